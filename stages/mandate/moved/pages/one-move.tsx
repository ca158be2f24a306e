import type { Id } from '@folkmoot/basics/ids.ts'
import type { Child } from 'hono/jsx'
import type { Reader } from '../../../../platform/http/index.ts'
import { countsOf } from '../../../../platform/directory/votes/saying.ts'
import { FactList, Prose, Row, Said, StateTag, type IconName, type TagColor } from '../../../../ui/index.ts'
import type { SayMoved } from '../messages/words.ts'
import { backOn, whereIs, type Whereabouts } from '../rules.ts'
import type { Moved } from '../store.ts'

export type MovedWriter = {
  readonly reader: Reader
  readonly say: SayMoved
  readonly today: Temporal.PlainDate
  readonly bodyNames: ReadonlyMap<Id<'body'>, string>
}

const looks: Readonly<Record<Whereabouts, { readonly icon: IconName; readonly color: TagColor }>> = {
  waits: { icon: 'clock', color: 'neutral' },
  refused: { icon: 'disagree', color: 'neutral' },
  moved: { icon: 'refer', color: 'brand1' },
  back: { icon: 'undo', color: 'success' },
}

/** Where a piece of business is now, in words: with the group until a day, or back with its committee since one. */
export function whereWords({ reader, say, today }: MovedWriter, moved: Moved): string {
  const where = whereIs(moved, today)
  const day = reader.time.day(where === 'back' ? backOn(moved) : moved.endsOn)
  return say(`where.${where}`, { day })
}

export type OneMoveProps = MovedWriter & {
  readonly moved: Moved
  /** Of the case: the language the record is written in. */
  readonly lang: string
  readonly children?: Child
}

export function OneMove(props: OneMoveProps) {
  const { reader, say, today, bodyNames, moved, lang, children } = props
  const { number, what, kind, stays, from, body, decidedOn, reference, freedHours, returnedWords } = moved
  const day = decidedOn ? reader.time.day(decidedOn) : reader.common('unknown')
  return (
    <article id={`move-${number}`} class="fm-stack fm-stack--4">
      <Row isSpread>
        <h2 class="fm-h-mid">
          <Said lang={lang}>{what}</Said>
        </h2>
        <StateTag {...looks[whereIs(moved, today)]}>{whereWords(props, moved)}</StateTag>
      </Row>
      <FactList
        rows={[
          { term: say('fact.from'), value: bodyNames.get(from) ?? '' },
          { term: say('fact.kind'), value: say(`kind.${kind}`) },
          { term: say('fact.stays'), value: <Prose text={stays} lang={lang} size="small" /> },
          {
            term: say('fact.decided'),
            value: say('decided', {
              body: bodyNames.get(body) ?? '',
              day,
              reference,
              counts: countsOf(reader.lang, moved).words,
            }),
          },
          ...(freedHours === null ? [] : [{ term: say('fact.freed'), value: say('hours', { count: freedHours }) }]),
          ...(returnedWords === ''
            ? []
            : [{ term: say('fact.back'), value: <Prose text={returnedWords} lang={lang} size="small" /> }]),
        ]}
      />
      {children}
    </article>
  )
}
