export type * from './answers.ts'
export * from './client.ts'
export type * from './document.ts'
export * from './mirror.ts'
