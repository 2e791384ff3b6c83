/** Groups within groups, the outermost included. */
export const MAX_DEPTH = 5
/** Conditions and groups in one tree. */
export const MAX_CONDITIONS = 100
/** Of one condition. */
export const MAX_VALUES = 300
/** Ten years. */
export const MAX_DAYS = 3650
