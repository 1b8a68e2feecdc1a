/** A text as it stands in a plan: in quotation marks, those inside it doubled. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
