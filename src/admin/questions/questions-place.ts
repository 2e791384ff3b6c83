/** Where the questions of the info line are; each below it by its id. */
export const QUESTIONS = '/admin/questions'
