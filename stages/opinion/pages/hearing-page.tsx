import type { Child } from 'hono/jsx'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../platform/http/index.ts'
import { Head, Section, Stack, Table, Trail } from '../../../ui/index.ts'
import type { Became } from '../became.ts'
import { repliesOf, type Replies } from '../hearing.ts'
import type { SayOpinion } from '../messages/words.ts'
import type { Consultation, Statement } from '../store.ts'
import { langOf } from './answer-form.tsx'

export type HearingPageProps = {
  readonly reader: Reader
  readonly say: SayOpinion
  readonly slug: string
  readonly question: Child
  readonly hearing: Consultation
  readonly matters: readonly Statement[]
  readonly replies: ReadonlyMap<Id<'statement'>, Replies>
  /** What is told to have come of the one matter that is shown. */
  readonly became: readonly Became[]
}

/** A hearing told from its source: what it was about, its days, and the replies. No vote of ours, and none is claimed. */
export function HearingPage({ reader, say, slug, question, hearing, matters, replies, became }: HearingPageProps) {
  const { time } = reader
  return (
    <Stack gap="6">
      <Head eyebrow={question} title={say('hearing.title')} lead={say('hearing.lead')} />
      <p>{say('hearing.days', { from: time.day(hearing.openedAt), to: time.day(hearing.closesAt) })}</p>
      <Table
        caption={say('hearing.caption')}
        isCaptionHidden
        columns={[
          { label: say('hearing.matter'), width: 'most' },
          { label: say('hearing.for'), isNumber: true },
          { label: say('hearing.against'), isNumber: true },
          { label: say('hearing.unknown'), isNumber: true },
          { label: say('hearing.replies'), isNumber: true },
        ]}
        rows={matters.map((matter) => ({
          cells: [<span lang={langOf(matter)}>{matter.text}</span>, ...cellsOf(reader, replies.get(matter.id))],
        }))}
      />
      {matters.length === 1 || became.length > 0 ? (
        <Section id="became" title={say('statement.became')}>
          {became.length === 0 ? <p class="fm-text">{reader.common('unknown')}</p> : <Trail steps={became} />}
        </Section>
      ) : null}
      <p class="fm-mini">
        {reader.common('source')}: {hearing.source}
      </p>
      <p>
        <a href={reader.to('draft.page', { problem: slug })}>{say('hearing.draft')}</a>
      </p>
    </Stack>
  )
}

function cellsOf({ lang, common }: Reader, replies: Replies | undefined): readonly string[] {
  if (!replies) return Array<string>(4).fill(common('unknown'))
  return [replies.for, replies.against, replies.unknown, repliesOf(replies)].map((count) => count.toLocaleString(lang))
}
