/** Safari has no idle time to ask for, and there React's own order of work must do. */
export const hasIdleTime = typeof requestIdleCallback === 'function';
