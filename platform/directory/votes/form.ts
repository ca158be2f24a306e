import { parseId, type Id } from '@folkmoot/basics/ids.ts'
import { field, type Visit } from '../../http/index.ts'
import { todayIn } from '../jurisdiction.ts'
import { voteWords } from './messages/words.ts'
import { namedChoices, namesFrom, tallyOf, type NamedVote, type NamesRefusal } from './names.ts'
import type { ConfirmRefusal, CountRefusal } from './rules.ts'

/** The record of a vote as a form: its fields, its words, and where a refusal belongs. */

const nameOfField = 'named-'
const mostField = `${nameOfField}most`
const countedField = `${nameOfField}counted`

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

export type VoteRefusal = 'not-yours-to-record' | CountRefusal | ConfirmRefusal | NamesRefusal

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
  'not-a-member': mostField,
  'names-missing': mostField,
  'names-do-not-count': 'votesFor',
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

/** The name of a member's field. */
function namedField(person: string): string {
  return nameOfField + person
}

/** Who voted how, as it was typed; none where the body does not vote by name. */
export function readNames({ form }: Pick<Visit, 'form'>, members: readonly Id<'person'>[]): readonly NamedVote[] {
  const chosen = (name: string) => namedChoices.find((one) => one === form.typed[name]?.[0])
  const exceptions = Object.keys(form.typed).flatMap((name) => {
    const person = name.startsWith(nameOfField) ? parseId('person', name.slice(nameOfField.length)) : undefined
    const choice = chosen(name)
    return person && choice ? [[person, choice] as const] : []
  })
  return namesFrom({ members, most: chosen(mostField), exceptions: new Map(exceptions) })
}

/** Whether she has had this very count before her: nothing is recorded by name that she has not seen added up. */
export function hasSeenCount({ form }: Pick<Visit, 'form'>, named: readonly NamedVote[]): boolean {
  return named.length === 0 || form.typed[countedField]?.[0] === countOf(named)
}

function countOf(named: readonly NamedVote[]): string {
  return Object.values(tallyOf(named)).join('-')
}

export type NamesOnForm = {
  readonly lang: string
  /** Who can be named, by name. */
  readonly members: readonly { readonly person: Id<'person'>; readonly name: string }[]
  /** Everybody's vote, to be looked at before it is recorded; none: nothing was typed yet. */
  readonly named: readonly NamedVote[]
}

/** What the fields of votes by name show; undefined where nobody can be named. */
export function nameFields({ lang, members, named }: NamesOnForm) {
  if (members.length === 0) return undefined
  const say = voteWords.say(lang)
  const choiceOf = new Map(named.map(({ person, choice }) => [person, choice]))
  return {
    legend: say('names.title'),
    help: say('names.help'),
    most: { name: mostField, label: say('names.most'), help: say('names.most-help') },
    exceptions: say(named.length === 0 ? 'names.exceptions' : 'names.everybody'),
    choices: namedChoices.map((value) => ({ value, label: say(`named.${value}`) })),
    people: members.map(({ person, name }) => ({ name: namedField(person), label: name, value: choiceOf.get(person) })),
    counted:
      named.length === 0
        ? undefined
        : {
            name: countedField,
            value: countOf(named),
            words: say('names.count', tallyOf(named)),
            next: say('names.not-recorded'),
          },
  }
}

/** The day of the vote as she typed it, or today: who can be named sat in the body then. */
export function typedDay({
  form,
  jurisdiction,
  now,
}: Pick<Visit, 'form' | 'jurisdiction' | 'now'>): Temporal.PlainDate {
  const typed = voteFields.decidedOn.safeParse(form.typed['decidedOn'])
  return typed.success ? typed.data : todayIn(jurisdiction, now)
}
