/** An invented plan for returns: two SROs, one action of nobody, one that is closed. */
export const plan = `plan NPT-2018 "CQC action plan 2018" {
  trust X99
}

trust X99 "Northshire Partnership NHS Trust"

committee QAC "Quality Assurance Committee"

sro HON "Head of Nursing"
sro HOP "Head of Pharmacy"

scale progress "Progress" {
  red   "Off track" means off-track
  amber "At risk"   means at-risk
  blue  "Complete"  means complete
}

inspection CQC-2017 "Inspection of October 2017" {
  must M1 "Staff have regular supervision" {
    question effective
  }
}

action A1 "Bring recorded supervision to 85 %" {
  for       M1
  sro       HON
  due       2018-10-31
  committee QAC

  update 2018-05-04 amber "Two wards are late" by HON

  note "Agreed at the away day"
}

action A2 "Write down every handover" {
  sro HON
  due 2018-12
}

action A3 "Lock the medicines away" {
  sro HOP
  due 2018-07-31
}

action A4 "Order the shelves" {
  due 2018-09-30
}

action A5 "Count the keys" {
  sro       HON
  due       2018-03-30
  completed 2018-03-28 by HON
  closed    2018-04-12 by QAC
}
`;

export const writtenAt = '2018-06-01';
export const collectedAt = '2018-06-29';
