import type { Visit } from '../../platform/http/index.ts'
import { everydayWords } from '../../platform/i18n/index.ts'
import type { Problem } from '../problem/index.ts'
import { roomInWords } from './matters/room-words.ts'
import { mandateWords, type SayMandate } from './messages/words.ts'
import { loweredWords } from './motions/lowering.ts'
import { adoptedMandate, type Mandate } from './store.ts'

export type PromiseWords = {
  readonly level: string
  readonly can: string
  readonly cannot: string
  readonly answer: string
}

/** What was promised, in words: how far it goes, what can change, what cannot, and how soon the answer comes. */
export function promiseWords(
  lang: string,
  mandate: Pick<
    Mandate,
    'promise' | 'matters' | 'canChange' | 'cannotChange' | 'outOfScope' | 'economicFrame' | 'answerRule'
  >,
): PromiseWords {
  const say = mandateWords.say(lang)
  const { promise, answerRule } = mandate
  const { can, cannot } = roomInWords(say, lang, mandate)
  const unknown = everydayWords.say(lang)('unknown')
  const level = promise === null ? unknown : `${say(`level.${promise}`)}: ${say(`level-text.${promise}`)}`
  const answer = ruleWords(say, answerRule) || unknown
  return { level, can: can || unknown, cannot: cannot || unknown, answer }
}

export type PromiseStrip = {
  readonly level: string
  readonly sentence: string
  /** That less is promised than before, for as long as that is so. */
  readonly lowered: string | undefined
}

/** The promise in one line, for every page of the case (R6); undefined until a body has promised something. */
export async function promiseStrip(visit: Visit, problem: Problem): Promise<PromiseStrip | undefined> {
  const mandate = await adoptedMandate(visit.read, problem.id)
  if (!mandate || mandate.promise === null) return undefined
  const say = mandateWords.say(visit.lang)
  const promise = say(`promise.title-${mandate.promise}`)
  const rule = ruleWords(say, mandate.answerRule)
  return {
    level: say(`level.${mandate.promise}`),
    sentence: rule === '' ? say('promise.strip-no-rule', { promise }) : say('promise.strip', { promise, rule }),
    lowered: await loweredWords(visit, problem),
  }
}

/** "40 working days"; '' where there is no rule. */
export function ruleWords(say: SayMandate, rule: Mandate['answerRule']): string {
  return rule === null ? '' : say(`rule.${rule.unit}`, { count: rule.count })
}
