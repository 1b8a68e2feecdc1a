/** A plan that the tests of the trees share, judged on 1 July 2018. */
export const plan = `plan P "p"

sro HON "Head of Nursing"
sro MD "Medical Director"
committee CEG "Clinical Effectiveness Group"

inspection CQC "Inspection of 2017" {
  should S1 "Offer an advocate"
  must M1 "Record supervision"
  must M2 "Keep care plans complete"
}

undertakings U "Undertakings" {
  undertaking 1 "Develop a plan" {
    addressed 2018-05-01
  }
}

action A10 "Teach the wards" {
  for       M1
  sro       HON
  committee CEG
  due       2018-06
}

action A2 "Buy a system" {
  for       M1
  sro       "head of nursing"
  committee "Estates Board"
  due       2018-09-30
  assurance partial by CEG on 2018-06-01
}

action A3 "Move the clinic" {
  sro       tbc
  due       ongoing
}

action A4 "Write the policy" {
  for       S1
  sro       HON
  due       2018-05
  completed 2018-05-20 by HON
  evidence  "The policy" on 2018-05-20
}

action A5 "Withdrawn" {
  sro       HON
  due       2018-05
  withdrawn 2018-06-01
}
`;
