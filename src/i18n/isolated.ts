/** Keeps a name in one piece whatever the direction of the sentence around it: FSI … PDI (https://www.unicode.org/reports/tr9/). */
export const isolated = (name: string): string => `\u2068${name}\u2069`
