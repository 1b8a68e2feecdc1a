import { addAction } from './add-action.ts';
import { addRequirement } from './add-requirement.ts';
import { addUpdate } from './add-update.ts';
import { close } from './close.ts';
import { explainFlag } from './explain-flag.ts';
import type { Form } from './form.ts';
import { markComplete } from './mark-complete.ts';
import { recordAssurance } from './record-assurance.ts';
import { reviseDeadline } from './revise-deadline.ts';

/** Every form there is, by the name that an editor asks for it by. */
export const forms = {
  addRequirement,
  addAction,
  addUpdate,
  recordAssurance,
  reviseDeadline,
  markComplete,
  close,
  explainFlag,
} satisfies Record<string, Form>;

export type FormId = keyof typeof forms;

export const formIds = Object.keys(forms) as FormId[];
