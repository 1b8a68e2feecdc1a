/** What the columns of action plans hold, and the words that trusts print above them. */

export interface Field {
  /** What it is called in a mapping file. */
  readonly id: string;
  /** What people call it. */
  readonly title: string;
  /** Headings in lower case, without punctuation. */
  readonly headings: readonly string[];
  /** Whether several columns may hold it. */
  readonly many?: boolean;
}

const field = <const Id extends string>(
  id: Id,
  title: string,
  headings: string,
  many = false,
): Field & { readonly id: Id } => ({ id, title, headings: headings.split(', '), many });

/**
 * Every field, with the headings of published plans and of the regulator's own form. Where two fields
 * share words, the longer heading is the better fit.
 */
export const fields = [
  field(
    'ref',
    'action reference',
    'ref, ref no, reference, no, number, id, action id, action reference, action ref, action no, action number, unique id, item, item no',
  ),
  field(
    'requirement-ref',
    'requirement reference',
    'overarching reference code, md sd ref, md ref, sd ref, must do ref, should do ref, requirement ref, requirement reference, recommendation no, recommendation ref, cqc ref, finding ref, finding no',
  ),
  field(
    'strength',
    'must or should',
    'must should, must or should, md sd, must do should do, must do or should do, type, category, compliance advisory, priority, strength, must should do',
  ),
  field(
    'requirement',
    'requirement',
    'requirement action, requirement, must do, should do, must dos, cqc finding, finding, findings, issue, issue identified, concern, concerns, gap, recommendation, cqc said, what cqc told us, what cqc said, item to be rectified, summary of main concerns, compliance action, advisory action, breach, how the regulation was not being met, regulatory requirement, cqc requirement, area for improvement, must do action, should do action',
  ),
  field(
    'regulation',
    'regulation',
    'regulation, reg, reg breached, regulation breached, hsca regulation, legal requirement, regulations',
  ),
  field(
    'question',
    'key question',
    'domain, key question, cqc domain, kloe, quality statement, key line of enquiry, cqc key question',
  ),
  field(
    'source',
    'source',
    'core service report, core service report 2017 2016 comprehensive inspection, source, inspection, report, origin, location core service report, source of action, inspection report, source document',
  ),
  field(
    'service',
    'service',
    'core service, service, ward team, ward, team, area, location, site, ward area, ward or team',
  ),
  field(
    'directorate',
    'directorate',
    'directorate, division, business unit, care group, care unit, cbu, locality, clinical division',
  ),
  field(
    'action',
    'action',
    'action, actions, actions required, action required, overarching action, please describe clearly the overarching action you are going to take, please describe clearly the action you are going to take, please describe clearly the overarching action you are going to take to meet the gap and what you plan to achieve, please describe clearly the action you are going to take to meet the regulation and what you intend to achieve, what will we do, what we will do, improvement action, agreed action, summary of urgent actions required, urgent actions required, steps milestones, milestones, steps, actions to be taken, action to be taken, what, task, action description, description',
  ),
  field(
    'outcome',
    'intended outcome',
    'intended outcome, outcome, what you plan to achieve, expected outcome, success looks like, what does success look like, desired outcome',
  ),
  field(
    'measure',
    'measure',
    'how will you demonstrate, how will you demonstrate that you have met your action what measures are going to be put in place to check this, how will you ensure that the improvements have been made and are sustainable what measures are going to be put in place to check this, evidence, evidence of completion, measure, measures, measure of success, measures of success, success measure, kpi, how will we know, assurance evidence, monitoring, what measures are going to be put in place to check this, evidence required',
    true,
  ),
  field(
    'resources',
    'resources',
    'what resources are required which are not available, what resources are required which are not available and how will you escalate this risk, what resources if any are needed to implement the change and are these resources available, what resources are, resources, resource implications, resources required, support required, external support, external support assurance',
  ),
  field(
    'sro',
    'SRO',
    'senior responsible owner sro, senior responsible owner, senior responsible officer, senior responsible officer sro, sro, executive lead, exec lead, lead director, executive sponsor, exec sponsor, accountable director, accountable officer, board lead, responsible director, executive owner, accountable',
  ),
  field(
    'lead',
    'lead',
    'lead, action lead, action owner, owner, operational lead, responsible person, person responsible, responsibility, responsible, named lead, by whom, who, lead officer, who is responsible for the action, lead role, responsible lead, delivery lead',
  ),
  field(
    'due',
    'due date',
    'what date will your overarching actions be complete where this exceeds the re inspection timeframe how will you escalate this, what date will your overarching actions be complete, date actions will be completed, due date, due, target date, original date, original target date, original deadline, original due date, target completion date, timescale, timescales, timeframe, deadline, completion date, by when, when, date to be completed, expected completion, expected completion date, agreed timescale, date, date due, target',
  ),
  field(
    'due-revised',
    'revised date',
    'revised date, revised target date, revised deadline, revised due date, revised completion date, extension date, extended date, new date, new target date, forecast, forecast date, forecast completion, revised',
    true,
  ),
  field(
    'completed',
    'date completed',
    'date completed, actual completion date, completed on, completed, closure date, date closed, actual completion, date of completion, actual date',
  ),
  field(
    'impact',
    'impact',
    'how will people who use the service s be affected by you not meeting this regulation until this date, how will people who use the service s be affected, impact, impact on patients, risk to patients, risk if not delivered, patient impact',
  ),
  field(
    'status',
    'progress rating',
    'sro progress rag rating, rag, brag, rag rating, brag rating, rag status, brag status, status, progress rating, delivery status, current status, action status, current rag, rag rating at last meeting',
  ),
  field(
    'update',
    'update',
    'sro comments remedial actions, sro comments, progress, progress to date, progress update, progress updates, update, updates, comments, comment, narrative, position, current position, latest update, remedial actions, progress against original timescale, commentary, progress and comments',
    true,
  ),
  field(
    'committee',
    'committee',
    'committee group responsible for delivering the actions, committee, monitoring committee, oversight group, oversight committee, assurance committee, governance route, reporting to, forum, group, committee group, governance committee, monitoring group, oversight',
  ),
  field(
    'assurance',
    'assurance',
    'committee assurance rating, assurance, assurance rating, assurance level, level of assurance, confidence, confidence level, assurance status',
  ),
  field(
    'evidence-location',
    'where the evidence is',
    'evidence link, evidence folder, evidence location, sharepoint link, embedded document, link to evidence, evidence file',
    true,
  ),
  field(
    'closure',
    'sign-off',
    'signed off by, sign off date, sign off, closed by, cspi, verified, verified by, peer review date, evidence panel date, signed off',
    true,
  ),
  field(
    'risk',
    'risk',
    'risk ref, risk reference, risk register no, risk register number, baf ref, corporate risk, risk register ref, risk',
    true,
  ),
  field(
    'dependency',
    'dependency',
    'dependencies, dependency, interdependency, interdependencies, constraint, constraints',
    true,
  ),
  field('notes', 'note', 'note, notes, remarks, other information', true),
] as const;

export type FieldId = (typeof fields)[number]['id'];

export const fieldById: ReadonlyMap<string, Field & { readonly id: FieldId }> = new Map(
  fields.map((one) => [one.id, one]),
);

export const fieldIds: readonly FieldId[] = fields.map(({ id }) => id);
