// An invented class. Every session is present unless listed: "code dates", dates as "14 Sep" or "14-16 Sep", AM or PM for half a day.
export const term = { from: '2026-09-02', to: '2026-11-20', closed: [['2026-10-26', '2026-10-30']] };

export const pupils = [
  { id: '4101', name: 'Bello, Amara', marks: '' },
  { id: '4102', name: 'Castle, Owen', marks: 'I 14 Sep' },
  { id: '4103', name: 'Chandran, Priya', marks: 'I 6 Oct; M 3 Nov AM; I 12 Nov PM' },
  { id: '4104', name: 'Dunmore, Theo', marks: 'I 21-22 Sep; M 17 Nov PM; L 9 Nov AM' },
  { id: '4105', name: 'Ellison, Freya', marks: 'I 8-9 Oct; I 5 Nov' },
  { id: '4106', name: 'Farah, Yusuf', marks: 'I 15-17 Sep; U 10 Nov AM; L 11 Nov AM' },
  { id: '4107', name: 'Gallagher, Niamh', marks: 'I 28-30 Sep; I 4 Nov' },
  { id: '4108', name: 'Hart, Jacob', marks: 'I 10-11 Sep; I 19-20 Oct; M 18 Nov AM' },
  { id: '4109', name: 'Hopkins, Siân', marks: 'I 7-9 Sep; C 16 Oct; O 6 Nov' },
  { id: '4110', name: 'Iqbal, Layla', marks: 'I 21-23 Sep; I 12-13 Oct; U 3 Nov AM' },
  { id: '4111', name: 'Jones-Smith, Callum', marks: 'I 1-2 Oct; I 22 Oct; G 9-13 Nov' },
  { id: '4112', name: 'Kowalska, Zofia', marks: 'Z 2-30 Sep; Z 1-2 Oct; I 3 Nov' },
  { id: '4113', name: 'McAllister, Daniel', marks: 'I 24-25 Sep; N 20 Nov PM' },
  {
    id: '4114',
    name: 'O’Connor, Evie',
    marks: 'L 3 Sep AM; L 15 Sep AM; L 29 Sep AM; L 13 Oct AM; L 4 Nov AM; L 10 Nov AM; L 18 Nov AM',
  },
  { id: '4115', name: 'Patel, Aarav', marks: 'I 7-11 Sep; I 5-7 Oct; U 2 Nov AM; U 9 Nov AM; I 16-17 Nov' },
  { id: '4116', name: 'Sutton, Ruby', marks: '' },
  { id: '4117', name: 'Tran, Leo', marks: 'V 17-18 Sep; I 14 Oct' },
  { id: '4118', name: 'Whitlock, Maya', marks: 'I 10-11 Nov; M 2 Oct' },
];
