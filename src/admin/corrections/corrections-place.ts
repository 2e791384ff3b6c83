/** Where the corrections of all items are. */
export const CORRECTIONS = '/admin/corrections'
