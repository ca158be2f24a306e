import type { Visit } from '../../../platform/http/index.ts'
import type { Waiting } from '../../../platform/thread/index.ts'
import { itemsFor } from './instruments.ts'
import { surveysWords } from './messages/words.ts'
import * as store from './store.ts'

/** Surveys in which she who looks has left questions open. */
export async function surveysWaiting({ read, actor, lang, now, to }: Visit): Promise<readonly Waiting[]> {
  const { account } = actor
  if (account === null) return []
  const say = surveysWords.say(lang)
  const running = (await store.waitingForAnswers(read, account)).filter(
    ({ closesAt }) => Temporal.Instant.compare(now, closesAt) <= 0,
  )
  const waiting = await Promise.all(
    running.map(async (round): Promise<readonly Waiting[]> => {
      const left = itemsFor(round.as, round.moment).length - (await store.answeredItems(read, round, account)).size
      if (left <= 0) return []
      const href = to('outcome.survey', { problem: round.slug, moment: round.moment })
      return [
        {
          due: round.closesAt,
          title: say('waiting.survey'),
          detail: say('waiting.survey-detail', { left }),
          act: { text: say('waiting.survey-act'), href },
        },
      ]
    }),
  )
  return waiting.flat()
}
