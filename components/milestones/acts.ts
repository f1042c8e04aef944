import type { Act } from '#lib/rules/milestone-status.ts'

/** What each act creates, as its door's address has it. */
export const doors: Record<Act, string> = {
  start: 'starts',
  block: 'blocks',
  unblock: 'unblocks',
  confirm: 'confirmations',
  dispute: 'disputes',
  withdraw: 'withdrawals',
  cancel: 'cancellations',
  restore: 'restorations',
}

const wordy = ['block', 'dispute', 'withdraw', 'cancel', 'restore'] as const
export type WordyAct = (typeof wordy)[number]

/** Acts that nobody does without saying why. */
export const wordyAct = (act: Act): WordyAct | undefined => wordy.find((one) => one === act)
