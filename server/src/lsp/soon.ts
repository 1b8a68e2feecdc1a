/** Does something after what has come in already, and before anything that takes time. */
export const soon = (work: () => void): void => {
  // A web worker has no setImmediate.
  if (typeof setImmediate === 'function') setImmediate(work);
  else setTimeout(work, 0);
};
