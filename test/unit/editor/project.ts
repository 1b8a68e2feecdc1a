/** A project of two files that the tests of several answers share. */

export const registries = `
plan LPT-2018 "CQC action plan 2018" {
  trust RT5
}
trust RT5 "Leicestershire Partnership NHS Trust"
committee CEG "Clinical Effectiveness Group" {
  meets monthly
}
sro HON "Head of Nursing"
service PICU "Psychiatric intensive care"
scale progress "Progress" {
  amber "At risk" means at-risk
  green "On track" means on-track
}
inspection CQC-2017 "Inspection of October 2017" {
  must M1 "Staff record their supervision" {
    regulation 18(2)(a)
    service    PICU
  }
  must 1.1 "Care records are complete"
}
undertakings NHSI-2019 "Undertakings" {
  undertaking 1.1 "Develop a plan"
  undertaking 4.1 "Meet monthly" {
    when per LPT-2018
  }
}
ratings MH-2019 "Mental health" {
  source CQC-2017
  |                            | safe |
  | PICU                       | good |
  | Psychiatric intensive care | good |
}
`;

export const actions = `
action 18.5 "Record supervision" {
  for       M1, CQC-2017:1.1
  sro       HON
  committee "clinical effectiveness group"
  due       2018-06
  update    2018-06-12 amber "Two wards are late"
}
action C "Record it on uLearn" {
  for       NHSI-2019:1.1, 18.4 not-in-plan
  continues 18.5
  sro       HON
  due       Oct 2018
  closed    2018-06-20 by CQC
  update    2018-06-12 green by HON
}
`;
