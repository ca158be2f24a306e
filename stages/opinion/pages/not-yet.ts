import type { Reader } from '../../../platform/http/index.ts'
import { opinionWords } from '../messages/words.ts'
import * as rules from '../rules.ts'
import type { Consultation } from '../store.ts'

export type NotYet = {
  readonly words: string
  /** To the statements. */
  readonly link: string
}

type Asked = {
  readonly consultation: Consultation
  readonly shows: 'vote-more' | 'when-closed'
  readonly voted: number
}

/** Why this reader sees no results yet, and from when on. Who cannot vote here is not told to: she waits for the close. */
export function notYetOf(
  { lang, time, actor }: Pick<Reader, 'lang' | 'time' | 'actor'>,
  { consultation, shows, voted }: Asked,
): NotYet {
  const say = opinionWords.say(lang)
  const mayVote = rules.isInvited(actor)
  const deadline = time.deadline(consultation.closesAt)
  const link = say(!mayVote ? 'journey.statements' : voted === 0 ? 'journey.act' : 'link.vote')
  if (shows === 'when-closed') return { link, words: say('results.when-closed', { deadline }) }
  return {
    link,
    words: mayVote ? say('results.vote-more', { voted }) : say('results.vote-more-others', { deadline }),
  }
}
