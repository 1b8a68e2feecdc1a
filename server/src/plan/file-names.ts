/** The files beside plans that mean something, by their names; here alone, for those who only look for them. */

/** The name of the settings file that marks a project's folder. */
export const settingsFile = 'mustdo.json';

/** The name of the file beside it that holds the known backlog. */
export const backlogFile = 'mustdo-backlog.json';

/** Marks the folder of a frozen meeting, so that no live project reads what is in it. */
export const frozenFile = 'frozen.json';
