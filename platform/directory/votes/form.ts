import { field } from '../../http/index.ts'
import { voteWords } from './messages/words.ts'
import type { ConfirmRefusal, CountRefusal } from './rules.ts'

/** The record of a vote as a form: its fields, its words, and where a refusal belongs. */

const count = field.number({ least: 0, most: 10_000 })

/** For the `fields({ … })` of whatever is voted on. */
export const voteFields = {
  motion: field.text({ most: 4000 }),
  decidedOn: field.date(),
  reference: field.text({ most: 200 }),
  votesFor: count,
  votesAgainst: count,
  abstentions: count,
  isCarried: field.choice(['yes', 'no']).transform((result) => result === 'yes'),
  dissent: field.optionalText({ most: 4000 }),
}

export type VoteRefusal = 'not-yours-to-record' | CountRefusal | ConfirmRefusal

const fieldsOf: Readonly<Record<VoteRefusal, string>> = {
  'not-yours-to-record': '',
  'vote-in-future': 'decidedOn',
  'nobody-seated-then': 'decidedOn',
  'nobody-voted': 'votesFor',
  'more-votes-than-members': 'votesFor',
  'carried-by-few': 'isCarried',
  'carried-by-nobody': 'isCarried',
  'staff-never-confirm': '',
  'only-chair-confirms': '',
  'own-record': '',
}

export function isVoteRefusal(refusal: string): refusal is VoteRefusal {
  return Object.hasOwn(fieldsOf, refusal)
}

/** The sentence of a refusal, beside its field; '' is the act as a whole. */
export function voteComplaint(lang: string, refusal: VoteRefusal): { readonly field: string; readonly text: string } {
  return { field: fieldsOf[refusal], text: voteWords.say(lang)(`refused.${refusal}`) }
}

/** What the fields are called. */
export function voteLabels(lang: string) {
  const say = voteWords.say(lang)
  return {
    motion: say('form.motion'),
    motionHelp: say('form.motion-help'),
    day: say('form.day'),
    reference: say('form.reference'),
    referenceHelp: say('form.reference-help'),
    for: say('form.for'),
    against: say('form.against'),
    abstentions: say('form.abstentions'),
    result: say('form.result'),
    resultHelp: say('form.result-help'),
    carried: say('carried'),
    notCarried: say('not-carried'),
    dissent: say('form.dissent'),
    dissentHelp: say('form.dissent-help'),
  }
}
