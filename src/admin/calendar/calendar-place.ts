/** Where the calendar of what goes out is. */
export const CALENDAR = '/admin/calendar'
