import type { Address } from '@folkmoot/basics/addresses.ts'

/**
 * At the table a citizen's seat gives the same rights as a politician's (R16). What follows comes of the mandate voters gave and
 * of the law, not of the seat: the same politician may do it without one. The page says each in plain words; a test walks
 * every row of the address table, and one that is kept for politicians and stands in none of these lists fails it.
 */
export const keptForPoliticians = {
  /** To take a problem up, and what follows from that in the name of those who did. */
  lead: [
    'problem.sponsor',
    'problem.invite-sponsor',
    'problem.decline-invitation',
    'problem.accept-naming',
    'problem.step-back',
    'problem.merging',
    'problem.merge',
    'problem.splitting',
    'problem.split',
    'problem.handing-over',
    'problem.hand-over',
    'problem.inviting-parts',
    'problem.invite-parts',
  ],
  /** To propose what the group shall do, and to ask the body to adopt it. */
  mandate: [
    'mandate.edit',
    'mandate.save',
    'mandate.preset',
    'mandate.models',
    'mandate.model',
    'mandate.begin-from-model',
    'mandate.gate',
    'mandate.pass-gate',
    'mandate.adoption',
    'mandate.draft-adoption',
    'mandate.withdraw',
    'mandate.entering-move',
    'mandate.enter-move',
  ],
  /** To choose the group, with a reason for each seat. */
  choose: [
    'arena.open-call',
    'arena.seat-politician',
    'arena.confirm',
    'arena.set-up',
    'arena.set-up-rule',
    'arena.save-rule',
    'arena.set-up-profiles',
    'arena.save-profiles',
    'arena.confirm-set-up',
    'arena.applications',
    'arena.lottery-limits',
    'arena.set-lottery-limits',
    'arena.lock-lottery-list',
    'arena.make-lottery-panels',
    'arena.stop-lottery-panels',
    'arena.widen-lottery-limits',
    'arena.write-lottery-number',
    'arena.write-lottery-number-again',
    'arena.end-lottery',
    'arena.choose-population',
    'arena.draw-lottery-again',
    'arena.appeals',
    'arena.write-appeal',
    'arena.end-appeal',
    'arena.answer-applications',
    'arena.vacancies',
    'arena.call-applicant',
    'arena.vacate',
    'arena.name-chair',
  ],
  /** To be answerable in public: what is asked of the elected, and what they say they heard and changed. */
  answerable: [
    'meeting.offering',
    'meeting.offer',
    'meeting.cancel-encounter',
    'meeting.say-heard',
    'inquiry.answer',
    'inquiry.write-note',
    'inquiry.take-position',
    'inquiry.change-position',
    'inquiry.replying',
    'inquiry.reply',
    'desk',
    'desk.brief',
  ],
  /** To decide in the elected body, and to answer for it. */
  decide: [
    'problem.answering',
    'problem.draft-answer',
    'problem.answer-handover',
    'decision.reply',
    'decision.add-minutes',
    'decision.answer-referral',
    'decision.answer-check',
    'decision.voting',
    'decision.record-vote',
    'decision.answering',
    'decision.answer',
  ],
  /** To promise what the place carries out, and to account for what came of it. */
  'carry-out': [
    'delivery.new',
    'delivery.commit',
    'delivery.write-status',
    'delivery.reply-to-word',
    'delivery.confirm',
    'delivery.report',
    'delivery.reach-milestone',
    'outcome.open-survey',
    'outcome.compute',
    'outcome.prepare-account',
    'outcome.write-account',
    'outcome.sign-account',
    'outcome.new',
    'outcome.intend',
    'outcome.measure',
    'outcome.correcting',
    'outcome.correct',
  ],
} as const satisfies Readonly<Record<string, readonly Address[]>>

export type KeptFor = keyof typeof keptForPoliticians
/** In the order of the process. */
export const keptReasons = [
  'lead',
  'mandate',
  'choose',
  'answerable',
  'decide',
  'carry-out',
] as const satisfies readonly KeptFor[]
