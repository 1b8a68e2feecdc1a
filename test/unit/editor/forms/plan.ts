/** A plan that the tests of the forms share; the cursor ┆ stands in its action. */

export const registries = `committee CEG "Clinical Effectiveness Group"
sro HON "Head of Nursing"
scale progress "Progress" {
  amber "At risk" means at-risk
  green "On track" means on-track
}
inspection CQC "Inspection" {
  must M1 "Record supervision"
}
`;

export const plan = `${registries}
action A1 "Act" {
  for       M1
  sro       HON
  committee CEG
  due       2018-06-30
  update    2018-06-01 green┆
  // the end
}
`;
