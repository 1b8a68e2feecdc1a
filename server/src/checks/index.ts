import type { Check } from './check.ts';
import { actionWithoutRequirement } from './coverage/action-without-requirement.ts';
import { closureDidNotHold } from './coverage/closure-did-not-hold.ts';
import { declaredCountMismatch } from './coverage/declared-count-mismatch.ts';
import { frameworkEditionMismatch } from './coverage/framework-edition-mismatch.ts';
import { mustDoUnmapped } from './coverage/must-do-unmapped.ts';
import { ratingAggregationCheck } from './coverage/rating-aggregation-check.ts';
import { regulationMissingOnMust } from './coverage/regulation-missing-on-must.ts';
import { regulationUnknown } from './coverage/regulation-unknown.ts';
import { repeatedRequirement } from './coverage/repeated-requirement.ts';
import { requirementTextMissing } from './coverage/requirement-text-missing.ts';
import { shouldDoUnmapped } from './coverage/should-do-unmapped.ts';
import { dueAfterRegulatorDate } from './dates/due-after-regulator-date.ts';
import { dueNotWorkingDay } from './dates/due-not-working-day.ts';
import { wrongNoticeSection } from './coverage/wrong-notice-section.ts';
import { dueSoon } from './dates/due-soon.ts';
import { fuzzyDueDate } from './dates/fuzzy-due-date.ts';
import { missingDueDate } from './dates/missing-due-date.ts';
import { overdue } from './dates/overdue.ts';
import { papersDueAfterMeeting } from './dates/papers-due-after-meeting.ts';
import { recurringDutyMissed } from './dates/recurring-duty-missed.ts';
import { regulatorDeadline } from './dates/regulator-deadline.ts';
import { repeatedSlippage } from './dates/repeated-slippage.ts';
import { reversedDates } from './dates/reversed-dates.ts';
import { slippageUnexplained } from './dates/slippage-unexplained.ts';
import { staleFigures } from './dates/stale-figures.ts';
import { staleUpdate } from './dates/stale-update.ts';
import { stepAfterActionDue } from './dates/step-after-action-due.ts';
import { explanationExpired } from './explained/explanation-expired.ts';
import { explanationIncomplete } from './explained/explanation-incomplete.ts';
import { explanationOfUnknownCheck } from './explained/explanation-of-unknown-check.ts';
import { explanationUnused } from './explained/explanation-unused.ts';
import { stepNumbering } from './dates/step-numbering.ts';
import { ambiguousOwner } from './ownership/ambiguous-owner.ts';
import { delivererIsAssurer } from './ownership/deliverer-is-assurer.ts';
import { completeWhileIndicatorMisses } from './measures/complete-while-indicator-misses.ts';
import { impactMissing } from './measures/impact-missing.ts';
import { measureMissing } from './measures/measure-missing.ts';
import { measureUnquantified } from './measures/measure-unquantified.ts';
import { resourcesWithoutEscalation } from './measures/resources-without-escalation.ts';
import { targetAlreadyMet } from './measures/target-already-met.ts';
import { targetWithoutBaseline } from './measures/target-without-baseline.ts';
import { thresholdMissed } from './measures/threshold-missed.ts';
import { trainingOnlyAction } from './measures/training-only-action.ts';
import { trajectoryMissed } from './measures/trajectory-missed.ts';
import { trajectoryMissing } from './measures/trajectory-missing.ts';
import { vagueAction } from './measures/vague-action.ts';
import { missingCommittee } from './ownership/missing-committee.ts';
import { missingLead } from './ownership/missing-lead.ts';
import { missingSro } from './ownership/missing-sro.ts';
import { ownerNotDeclared } from './ownership/owner-not-declared.ts';
import { ownerOverloaded } from './ownership/owner-overloaded.ts';
import { sharedOwnership } from './ownership/shared-ownership.ts';
import { vacantSro } from './ownership/vacant-sro.ts';
import { circularPredecessor } from './references/circular-predecessor.ts';
import { duplicateReference } from './references/duplicate-reference.ts';
import { secondPlanHeading } from './references/second-plan-heading.ts';
import { supersededStillOpen } from './references/superseded-still-open.ts';
import { unknownReference } from './references/unknown-reference.ts';
import { assuranceContradictsStatus } from './status/assurance-contradicts-status.ts';
import { assuranceFirstLineOnly } from './status/assurance-first-line-only.ts';
import { assuranceMissing } from './status/assurance-missing.ts';
import { assuranceStale } from './status/assurance-stale.ts';
import { closedBySro } from './status/closed-by-sro.ts';
import { closedWithoutSignOff } from './status/closed-without-sign-off.ts';
import { completeWithoutEvidence } from './status/complete-without-evidence.ts';
import { downgradeUnremarked } from './status/downgrade-unremarked.ts';
import { missingStatus } from './status/missing-status.ts';
import { scaleWordWithoutMeaning } from './status/scale-word-without-meaning.ts';
import { statusContradictsDate } from './status/status-contradicts-date.ts';
import { acronymUndefined } from './text/acronym-undefined.ts';
import { textChangedAfterApproval } from './status/text-changed-after-approval.ts';
import { confusableCharacter } from './text/confusable-character.ts';
import { duplicateText } from './text/duplicate-text.ts';
import { inconsistentName } from './text/inconsistent-name.ts';
import { knownInstrumentDate } from './text/known-instrument-date.ts';
import { namedIndividualInPublicPlan } from './text/named-individual-in-public-plan.ts';
import { possiblePatientIdentifier } from './text/possible-patient-identifier.ts';
import { syncConflictCopy } from './text/sync-conflict-copy.ts';
import { totalMismatch } from './text/total-mismatch.ts';
import { unreadable } from './text/unreadable.ts';

/** A row of the table: checks of whatever they look at. */
const group = (title: string, ...checks: readonly unknown[]) => ({
  title,
  checks: checks as readonly Check[],
});

/** Every check there is, by group, in the order of the catalogue. A new check is one file and one line here. */
export const checkGroups = [
  group('Reading', unreadable, confusableCharacter),
  group(
    'Coverage',
    mustDoUnmapped,
    shouldDoUnmapped,
    actionWithoutRequirement,
    declaredCountMismatch,
    requirementTextMissing,
    regulationMissingOnMust,
    regulationUnknown,
    wrongNoticeSection,
    frameworkEditionMismatch,
    repeatedRequirement,
    closureDidNotHold,
    ratingAggregationCheck,
  ),
  group(
    'Ownership',
    missingSro,
    missingLead,
    sharedOwnership,
    ambiguousOwner,
    ownerNotDeclared,
    vacantSro,
    ownerOverloaded,
    missingCommittee,
    delivererIsAssurer,
  ),
  group(
    'Dates',
    overdue,
    dueSoon,
    missingDueDate,
    fuzzyDueDate,
    dueNotWorkingDay,
    dueAfterRegulatorDate,
    slippageUnexplained,
    repeatedSlippage,
    staleUpdate,
    staleFigures,
    regulatorDeadline,
    recurringDutyMissed,
    papersDueAfterMeeting,
    reversedDates,
    stepAfterActionDue,
    stepNumbering,
  ),
  group(
    'Status, evidence and assurance',
    missingStatus,
    statusContradictsDate,
    assuranceContradictsStatus,
    completeWithoutEvidence,
    closedWithoutSignOff,
    closedBySro,
    assuranceMissing,
    assuranceFirstLineOnly,
    assuranceStale,
    downgradeUnremarked,
    scaleWordWithoutMeaning,
    textChangedAfterApproval,
  ),
  group(
    'Measures and wording',
    completeWhileIndicatorMisses,
    thresholdMissed,
    trajectoryMissed,
    trajectoryMissing,
    targetWithoutBaseline,
    targetAlreadyMet,
    measureMissing,
    measureUnquantified,
    resourcesWithoutEscalation,
    impactMissing,
    vagueAction,
    trainingOnlyAction,
  ),
  group(
    'References and history',
    unknownReference,
    duplicateReference,
    secondPlanHeading,
    supersededStillOpen,
    circularPredecessor,
  ),
  group(
    'Explained flags',
    explanationUnused,
    explanationExpired,
    explanationIncomplete,
    explanationOfUnknownCheck,
  ),
  group(
    'Text, and what may leave the trust',
    possiblePatientIdentifier,
    namedIndividualInPublicPlan,
    syncConflictCopy,
    inconsistentName,
    acronymUndefined,
    duplicateText,
    knownInstrumentDate,
    totalMismatch,
  ),
];

export const checks: readonly Check[] = checkGroups.flatMap((row) => row.checks);
