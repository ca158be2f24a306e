import type { Child } from 'hono/jsx'
import type { Reader } from '../../../platform/http/index.ts'
import {
  Columns,
  Face,
  FigureRow,
  Head,
  List,
  Note,
  Panel,
  Prose,
  Row,
  Section,
  StaffLabel,
  Stack,
  initialsOf,
} from '../../../ui/index.ts'
import { TalkLink } from '../../../stages/meeting/index.ts'
import type { SayPeople } from '../messages/words.ts'
import type { PromiseLine } from '../promises.ts'
import { PromiseList } from './promise-list.tsx'

export type NoteLine = {
  readonly heard: string
  readonly changed: string
  readonly why: string
  readonly language: string
  readonly case: string
  readonly href: string
  /** Who wrote it on her behalf, in words; null where she wrote it herself. */
  readonly by: { readonly text: string; readonly isStaff: boolean } | null
}

export type PersonPageProps = {
  readonly say: SayPeople
  readonly reader: Reader
  readonly now: Temporal.Instant
  readonly isTold: boolean
  readonly slug: string
  readonly name: string
  readonly line: string
  readonly bodies: string
  readonly record: { readonly onTime: number; readonly late: number; readonly waiting: number }
  /** Recommendations answered in this name. */
  readonly answered: number
  readonly presence: { readonly attended: number; readonly called: number }
  readonly cases: readonly { readonly text: string; readonly href: string }[]
  readonly notes: readonly NoteLine[]
  /** Where she stands and what she replied, as the stage shows it. */
  readonly more: Child
  readonly promises: readonly PromiseLine[]
  /** Who prepares for her; null while nobody does. */
  readonly prepared: Child
}

/** A politician's public record: what she took up, answered, heard and changed. */
export function PersonPage(props: PersonPageProps) {
  const { say, name, line, bodies, isTold, answered, record, presence, cases, more } = props
  return (
    <Stack gap="8">
      <Row>
        <Face role="politician" initials={initialsOf(name)} />
        <Head title={name} eyebrow={line} lead={bodies} />
      </Row>
      {isTold ? (
        <Note icon="info">
          <p>{say('told')}</p>
        </Note>
      ) : (
        <TalkLink reader={props.reader} politician={{ slug: props.slug, name }} />
      )}
      <Columns
        main={
          <>
            <Section
              id="record"
              title={say('record')}
              lead={say('record-lead')}
              more={{ href: props.reader.to('person.record', { person: props.slug }), text: say('record-more') }}
            >
              <FigureRow
                figures={[
                  { number: String(answered), label: say('answered') },
                  { number: String(record.onTime), label: say('on-time') },
                  { number: String(record.late), label: say('late') },
                  { number: String(record.waiting), label: say('waiting') },
                  { number: String(presence.attended), label: say('meetings', { called: presence.called }) },
                ]}
              />
            </Section>
            <Section id="cases" title={say('cases')}>
              {cases.length === 0 ? (
                <p class="fm-text fm-muted">{say('cases-none', { name })}</p>
              ) : (
                <List
                  items={cases.map(({ text, href }) => (
                    <a href={href}>{text}</a>
                  ))}
                />
              )}
            </Section>
            <Notes {...props} />
            {more}
          </>
        }
        aside={
          <>
            <Promises {...props} />
            {props.prepared}
          </>
        }
      />
    </Stack>
  )
}

function Promises({ say, reader, now, promises }: PersonPageProps) {
  return (
    <Section id="promises" title={say('promises')} size="mid">
      {promises.length === 0 ? <p class="fm-text fm-muted">{say('promises-none')}</p> : null}
      <PromiseList {...{ say, reader, now, promises }} />
    </Section>
  )
}

function Notes({ say, name, notes }: PersonPageProps) {
  return (
    <Section id="notes" title={say('notes', { name })}>
      {notes.length === 0 ? <p class="fm-text fm-muted">{say('notes-none', { name })}</p> : null}
      {notes.map((note) => (
        <Panel>
          <p class="fm-mini">
            <a href={note.href}>{note.case}</a>
          </p>
          {note.by ? (
            <p class="fm-mini">{note.by.isStaff ? <StaffLabel>{note.by.text}</StaffLabel> : note.by.text}</p>
          ) : null}
          {[
            { term: say('heard'), text: note.heard },
            { term: say('changed'), text: note.changed },
            { term: say('why'), text: note.why },
          ].map(({ term, text }) =>
            text === '' ? null : (
              <Stack gap="2">
                <h3 class="fm-h-aside">{term}</h3>
                <Prose text={text} lang={note.language} />
              </Stack>
            ),
          )}
        </Panel>
      ))}
    </Section>
  )
}
