/** The files of a new project by name; undefined when the name cannot be an id and a folder. */
export function newPlanFiles(name: string, title: string): ReadonlyMap<string, string> | undefined {
  if (!/^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(name)) return undefined;
  const quoted = `"${title.replaceAll(/[\r\n]+/g, ' ').replaceAll('"', '""')}"`;
  const plan = `// What is still to be filled in says tbc. Check as you go: mustdo check ${name}

plan ${name} ${quoted} {
  status draft
}

// Who answers for what: each committee and each senior responsible owner (SRO) once.
committee QAC "Quality Assurance Committee" {
  meets monthly
}

sro LEAD-1 tbc "the role that answers for the action"

// The trust's own rating words, and what they mean.
scale progress "Progress" {
  red   "Off track" means off-track
  amber "At risk" means at-risk
  green "On track" means on-track
  blue  "Complete" means complete
}

scale assurance "Assurance" {
  full    "Fully assured" means full
  partial "Partially assured" means partial
  not     "Not assured" means no-assurance
}

// What was asked of the trust, and by whom.
inspection INSPECTION-1 tbc "which inspection" {
  body CQC

  must M1 tbc "what the report says must be done"
}

// What the trust does about it.
action A1 tbc "what will be done" {
  for       M1
  sro       LEAD-1
  due       tbc "by when"
  committee QAC
  measure   tbc "how one will see that it works"
}
`;
  return new Map([
    [`${name}.plan`, plan],
    ['mustdo.json', `${JSON.stringify({ language: 1 }, null, 2)}\n`],
  ]);
}
