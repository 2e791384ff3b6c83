/** Where the view is. */
export const MAIL_SET_UP = '/admin/mail-set-up'
