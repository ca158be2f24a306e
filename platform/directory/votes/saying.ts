import type { Reader } from '../../http/index.ts'
import { voteWords } from './messages/words.ts'
import { namedChoices, tallyOf, type NamedVoter } from './names.ts'
import type { Resolution } from './resolution.ts'

type Counted = Pick<Resolution, 'votesFor' | 'votesAgainst' | 'abstentions' | 'isCarried'>

/** The counts of a vote in words, and as numbers where they are known. Told cases often tell only some of it. */
export function countsOf(
  lang: string,
  { votesFor, votesAgainst, abstentions, isCarried }: Counted,
): { readonly words: string; readonly counts: { readonly for: number; readonly against: number } | null } {
  const say = voteWords.say(lang)
  if (isCarried === null) return { words: say('no-vote-known'), counts: null }
  if (votesFor === null || votesAgainst === null) return { words: say('counts-unknown'), counts: null }
  const counts = { for: votesFor, against: votesAgainst }
  // Who abstained is often not told: then nobody is counted as having done so.
  return {
    words: abstentions === null ? say('counts-of-two', counts) : say('counts', { ...counts, abstentions }),
    counts,
  }
}

/** What those against put on record. */
export function dissentOf(lang: string, { dissent }: Pick<Resolution, 'dissent'>): string {
  return dissent === '' ? '' : voteWords.say(lang)('dissent', { words: dissent })
}

/** The result in words; '' where no vote is known. */
export function resultOf(lang: string, { isCarried }: Pick<Resolution, 'isCarried'>): string {
  return isCarried === null ? '' : voteWords.say(lang)(isCarried ? 'carried' : 'not-carried')
}

/** Who voted how, where the body votes by name: its words, and each choice with those who made it. */
export function namesOf({ lang, to }: Pick<Reader, 'lang' | 'to'>, named: readonly NamedVoter[]) {
  const say = voteWords.say(lang)
  const tally = tallyOf(named)
  return {
    title: say('names.who'),
    groups: namedChoices.map((choice) => ({
      term: say('names.group', { choice: say(`named.${choice}`), count: tally[choice] }),
      people: named
        .filter((one) => one.choice === choice)
        .map(({ name, slug }) => ({ name, href: to('person', { person: slug }) })),
    })),
  }
}
