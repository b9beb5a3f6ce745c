/** What a worked example says of a pupil. Sessions, all of them in whatever stretch of time a step looks at; blank: none. */
export interface ExampleFigures {
  /** Attendance, exactly, in thousandths of a percent. */
  percent?: number;
  possible?: number;
  attended?: number;
  missed?: number;
  unauthorised?: number;
  late?: number;
  /** Absent sessions in a row, up to the last one. */
  inARow?: number;
}
