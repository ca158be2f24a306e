import type { Child } from 'hono/jsx'
import type { Byline } from '../../../../platform/identity/index.ts'
import { Button, DiffKey, Note, Section, StaffLabel, SummaryList, WordDiff } from '../../../../ui/index.ts'
import type { SayMandate } from '../../messages/words.ts'
import { changesBetween, type MandateWriter } from '../../pages/lines.ts'
import type { Terms } from '../../rules.ts'
import type { Section as SectionName } from '../sections.ts'
import type { Save } from '../store.ts'

/** Who wrote a section last; and, where two wrote at once, the words that stand now. */
export type SectionStory = {
  readonly last: Pick<Save, 'by' | 'isStaff' | 'at'> | undefined
  /** Both texts, where somebody else saved while she wrote. */
  readonly conflict: { readonly now: Terms; readonly mine: Terms } | undefined
}

export type SectionFrameProps = MandateWriter & {
  readonly section: SectionName
  readonly title: string
  readonly story: SectionStory
  readonly writers: ReadonlyMap<string, Byline>
  readonly children: Child
}

/** One part of the long form: who wrote it last, its fields, and a button that saves. */
export function SectionFrame(props: SectionFrameProps) {
  const { say, section, title, story, children } = props
  return (
    <Section id={section} title={title}>
      {story.last ? <LastWriter {...props} last={story.last} /> : null}
      {story.conflict ? <BothTexts {...props} {...story.conflict} /> : null}
      {children}
      <p>
        <Button name="from" value={section} variant="secondary" describedBy={section}>
          {say('edit.save-section')}
        </Button>
      </p>
    </Section>
  )
}

type Last = NonNullable<SectionStory['last']>

function LastWriter({ reader, say, writers, last }: SectionFrameProps & { readonly last: Last }) {
  return (
    <p class="fm-row fm-mini">
      {last.isStaff ? <StaffLabel>{say('save.staff-text')}</StaffLabel> : null}
      <span>
        {say('save.last', {
          name: writerName(reader, writers, last),
          day: reader.time.day(last.at),
          hour: reader.time.hour(last.at),
        })}
      </span>
    </p>
  )
}

export function writerName(
  reader: MandateWriter['reader'],
  writers: ReadonlyMap<string, Byline>,
  { by }: Pick<Save, 'by'>,
): string {
  return writers.get(by)?.name || reader.common('unknown')
}

function BothTexts(props: SectionFrameProps & { readonly now: Terms; readonly mine: Terms }) {
  const { say, section, now, mine } = props
  return (
    <Note icon="info">
      <p>
        <strong>{say('save.both-title')}</strong>
      </p>
      <p>{say('save.both-lead')}</p>
      <Changes {...props} rows={changesBetween(props, { before: now, after: mine, sections: [section] })} />
    </Note>
  )
}

export function Changes({ say, rows }: { readonly say: SayMandate; readonly rows: ReturnType<typeof changesBetween> }) {
  return (
    <>
      <SummaryList rows={rows.map(({ term, parts }) => ({ term, value: <WordDiff parts={parts} /> }))} />
      <DiffKey
        struck={say('diff.struck')}
        takenOut={say('diff.taken-out')}
        underlined={say('diff.underlined')}
        putIn={say('diff.put-in')}
      />
    </>
  )
}
