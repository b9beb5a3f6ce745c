import type { Rule } from '../lint/rule.ts';
import { boundaryCounts } from './absence/boundary-counts.ts';
import { persistentIsTenPercent } from './absence/persistent-is-ten-percent.ts';
import { severeHasAStep } from './absence/severe-has-a-step.ts';
import { severeIsDefined } from './absence/severe-is-defined.ts';
import { severeIsNotPa } from './absence/severe-is-not-pa.ts';
import { activitiesAreNotAbsence } from './codes/activities-are-not-absence.ts';
import { closureOfTheWholeSchool } from './codes/closure-of-the-whole-school.ts';
import { completeList } from './codes/complete-list.ts';
import { meaningFits } from './codes/meaning-fits.ts';
import { noCovidCodes } from './codes/no-covid-codes.ts';
import { noOOnDayOne } from './codes/no-o-on-day-one.ts';
import { noRetiredCodes } from './codes/no-retired-codes.ts';
import { presentMark } from './codes/present-mark.ts';
import { reasonWithinFiveSchoolDays } from './codes/reason-within-five-school-days.ts';
import { remoteEducationIsAbsence } from './codes/remote-education-is-absence.ts';
import { rightClass } from './codes/right-class.ts';
import { suspendedNotExcluded } from './codes/suspended-not-excluded.ts';
import { traveller } from './codes/traveller.ts';
import { championNamed } from './contents/champion-named.ts';
import { contactsStated } from './contents/contacts-stated.ts';
import { dataStrategyStated } from './contents/data-strategy-stated.ts';
import { equalityConsidered } from './contents/equality-considered.ts';
import { firstDayContact } from './contents/first-day-contact.ts';
import { homeEducationInWriting } from './contents/home-education-in-writing.ts';
import { leaveRequestStated } from './contents/leave-request-stated.ts';
import { missingChildrenFollowedUp } from './contents/missing-children-followed-up.ts';
import { moreThanOneEmergencyContact } from './contents/more-than-one-emergency-contact.ts';
import { noDutyOverstated } from './contents/no-duty-overstated.ts';
import { parentsInformed } from './contents/parents-informed.ts';
import { promotionStated } from './contents/promotion-stated.ts';
import { regulationsNamed } from './contents/regulations-named.ts';
import { reportsMoreThanYearly } from './contents/reports-more-than-yearly.ts';
import { socialWorkersTold } from './contents/social-workers-told.ts';
import { statutoryGuidanceNamed } from './contents/statutory-guidance-named.ts';
import { childrenMissingEducationEdition } from './currency/children-missing-education-edition.ts';
import { keepingChildrenSafeEdition } from './currency/keeping-children-safe-edition.ts';
import { newerThanTheLaw } from './currency/newer-than-the-law.ts';
import { parentalResponsibilityMeasures } from './currency/parental-responsibility-measures.ts';
import { penaltyNoticeRegulations } from './currency/penalty-notice-regulations.ts';
import { pupilRegistrationRegulations } from './currency/pupil-registration-regulations.ts';
import { remoteEducationEdition } from './currency/remote-education-edition.ts';
import { reviewNotOverdue } from './currency/review-not-overdue.ts';
import { reviewedYearly } from './currency/reviewed-yearly.ts';
import { ruleBookNotOld } from './currency/rule-book-not-old.ts';
import { withdrawnGuidance } from './currency/withdrawn-guidance.ts';
import { workingTogetherEdition } from './currency/working-together-edition.ts';
import { yearNotPast } from './currency/year-not-past.ts';
import { bandsDoNotOverlap } from './document/bands-do-not-overlap.ts';
import { bandsLeaveNoGap } from './document/bands-leave-no-gap.ts';
import { clockTimesPossible } from './document/clock-times-possible.ts';
import { contentsInOrder } from './document/contents-in-order.ts';
import { englandOnly } from './document/england-only.ts';
import { linksLeadSomewhere } from './document/links-lead-somewhere.ts';
import { noBlanksLeft } from './document/no-blanks-left.ts';
import { noNotesLeft } from './document/no-notes-left.ts';
import { nothingAfterTheColon } from './document/nothing-after-the-colon.ts';
import { oneFigureForOneThing } from './document/one-figure-for-one-thing.ts';
import { onePhase } from './document/one-phase.ts';
import { oneTimeForOneThing } from './document/one-time-for-one-thing.ts';
import { reviewFitsItsCycle } from './document/review-fits-its-cycle.ts';
import { saidOnce } from './document/said-once.ts';
import { sectionsExist } from './document/sections-exist.ts';
import { stepsFollowInOrder } from './document/steps-follow-in-order.ts';
import { stepsHaveATrigger } from './document/steps-have-a-trigger.ts';
import { sumsAgree } from './document/sums-agree.ts';
import { workedExamplesHold } from './document/worked-examples-hold.ts';
import { askedInAdvance } from './leave/asked-in-advance.ts';
import { caseByCase } from './leave/case-by-case.ts';
import { evidenceOnlyInDoubt } from './leave/evidence-only-in-doubt.ts';
import { exceptionalCircumstances } from './leave/exceptional-circumstances.ts';
import { illnessIsNotLeave } from './leave/illness-is-not-leave.ts';
import { partTimeTimetables } from './leave/part-time-timetables.ts';
import { religiousObservance } from './leave/religious-observance.ts';
import { contractIsVoluntary } from './measures/contract-is-voluntary.ts';
import { courtFines } from './measures/court-fines.ts';
import { supervisionOrder } from './measures/supervision-order.ts';
import { amountsCurrent } from './penalty-notices/amounts-current.ts';
import { daysToPay } from './penalty-notices/days-to-pay.ts';
import { eachCaseConsidered } from './penalty-notices/each-case-considered.ts';
import { issuedByThoseAuthorised } from './penalty-notices/issued-by-those-authorised.ts';
import { nationalThreshold } from './penalty-notices/national-threshold.ts';
import { notByPercentage } from './penalty-notices/not-by-percentage.ts';
import { noticeToImprove } from './penalty-notices/notice-to-improve.ts';
import { supportBeforeEnforcement } from './penalty-notices/support-before-enforcement.ts';
import { supportFirst } from './penalty-notices/support-first.ts';
import { thresholdStated } from './penalty-notices/threshold-stated.ts';
import { twoInThreeYears } from './penalty-notices/two-in-three-years.ts';
import { amendmentsComplete } from './registers/amendments-complete.ts';
import { dataSharedDaily } from './registers/data-shared-daily.ts';
import { electronic } from './registers/electronic.ts';
import { endOfDayStated } from './registers/end-of-day-stated.ts';
import { keptSixYears } from './registers/kept-six-years.ts';
import { openNoLongerThan30Minutes } from './registers/open-no-longer-than-30-minutes.ts';
import { sameLengthEverySession } from './registers/same-length-every-session.ts';
import { timesStated } from './registers/times-stated.ts';
import { uIsAbsence } from './registers/u-is-absence.ts';
import { unavoidableCause } from './registers/unavoidable-cause.ts';
import { attendanceReturn } from './returns/attendance-return.ts';
import { deletionWhenAGroundArises } from './returns/deletion-when-a-ground-arises.ts';
import { sicknessReturn } from './returns/sickness-return.ts';
import { attendanceContract } from './terms/attendance-contract.ts';
import { earlyHelp } from './terms/early-help.ts';
import { ofstedArea } from './terms/ofsted-area.ts';
import { penaltyNotice } from './terms/penalty-notice.ts';
import { supportTeam } from './terms/support-team.ts';
import { suspension } from './terms/suspension.ts';

/** The rule book. Generated by `npm run docs` from the files of this folder: never edit. */
export const RULES: readonly Rule[] = [
  boundaryCounts,
  persistentIsTenPercent,
  severeHasAStep,
  severeIsDefined,
  severeIsNotPa,
  activitiesAreNotAbsence,
  closureOfTheWholeSchool,
  completeList,
  meaningFits,
  noCovidCodes,
  noOOnDayOne,
  noRetiredCodes,
  presentMark,
  reasonWithinFiveSchoolDays,
  remoteEducationIsAbsence,
  rightClass,
  suspendedNotExcluded,
  traveller,
  championNamed,
  contactsStated,
  dataStrategyStated,
  equalityConsidered,
  firstDayContact,
  homeEducationInWriting,
  leaveRequestStated,
  missingChildrenFollowedUp,
  moreThanOneEmergencyContact,
  noDutyOverstated,
  parentsInformed,
  promotionStated,
  regulationsNamed,
  reportsMoreThanYearly,
  socialWorkersTold,
  statutoryGuidanceNamed,
  childrenMissingEducationEdition,
  keepingChildrenSafeEdition,
  newerThanTheLaw,
  parentalResponsibilityMeasures,
  penaltyNoticeRegulations,
  pupilRegistrationRegulations,
  remoteEducationEdition,
  reviewNotOverdue,
  reviewedYearly,
  ruleBookNotOld,
  withdrawnGuidance,
  workingTogetherEdition,
  yearNotPast,
  bandsDoNotOverlap,
  bandsLeaveNoGap,
  clockTimesPossible,
  contentsInOrder,
  englandOnly,
  linksLeadSomewhere,
  noBlanksLeft,
  noNotesLeft,
  nothingAfterTheColon,
  oneFigureForOneThing,
  onePhase,
  oneTimeForOneThing,
  reviewFitsItsCycle,
  saidOnce,
  sectionsExist,
  stepsFollowInOrder,
  stepsHaveATrigger,
  sumsAgree,
  workedExamplesHold,
  askedInAdvance,
  caseByCase,
  evidenceOnlyInDoubt,
  exceptionalCircumstances,
  illnessIsNotLeave,
  partTimeTimetables,
  religiousObservance,
  contractIsVoluntary,
  courtFines,
  supervisionOrder,
  amountsCurrent,
  daysToPay,
  eachCaseConsidered,
  issuedByThoseAuthorised,
  nationalThreshold,
  notByPercentage,
  noticeToImprove,
  supportBeforeEnforcement,
  supportFirst,
  thresholdStated,
  twoInThreeYears,
  amendmentsComplete,
  dataSharedDaily,
  electronic,
  endOfDayStated,
  keptSixYears,
  openNoLongerThan30Minutes,
  sameLengthEverySession,
  timesStated,
  uIsAbsence,
  unavoidableCause,
  attendanceReturn,
  deletionWhenAGroundArises,
  sicknessReturn,
  attendanceContract,
  earlyHelp,
  ofstedArea,
  penaltyNotice,
  supportTeam,
  suspension,
];
