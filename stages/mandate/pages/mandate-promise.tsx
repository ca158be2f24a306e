import { Prose, PromiseBanner } from '../../../ui/index.ts'
import { roomInWords } from '../matters/room-words.ts'
import type { Mandate } from '../store.ts'
import type { MandateWriter } from './lines.ts'

/** How far it goes, what can change, what cannot, and when the answer comes. A draft promises nothing yet. */
export function MandatePromise({ reader, say, bodyName, mandate }: MandateWriter & { readonly mandate: Mandate }) {
  const { promise, answerRule, recipientBody, state } = mandate
  if (promise === null || state === 'draft') return null
  const { can, cannot } = roomInWords(say, reader.lang, mandate)
  const empty = reader.common('unknown')
  const answer =
    answerRule === null
      ? empty
      : say('promise.answer-within', {
          body: bodyName(recipientBody) || empty,
          rule: say(`rule.${answerRule.unit}`, { count: answerRule.count }),
        })
  return (
    <PromiseBanner
      title={say(`promise.title-${promise}`)}
      terms={[
        { term: say('promise.how-far'), text: say(`level-text.${promise}`) },
        { term: say('promise.binds'), text: say(`level-council.${promise}`) },
        { term: say('promise.can'), text: <Prose text={can || empty} /> },
        { term: say('promise.cannot'), text: <Prose text={cannot || empty} /> },
        { term: say('promise.answer'), text: answer },
      ]}
    />
  )
}
