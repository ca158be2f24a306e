import type { Reader } from '../../../platform/http/index.ts'
import type { Owed } from '../../../platform/thread/index.ts'
import {
  Face,
  FigureRow,
  Head,
  List,
  Note,
  OweList,
  Panel,
  Prose,
  Row,
  Section,
  Stack,
  initialsOf,
} from '../../../ui/index.ts'
import { DueClock } from '../../due-clock.tsx'
import type { SayPeople } from '../messages/words.ts'

export type NoteLine = {
  readonly heard: string
  readonly changed: string
  readonly why: string
  readonly language: string
  readonly case: string
  readonly href: string
}

export type PersonPageProps = {
  readonly say: SayPeople
  readonly reader: Reader
  readonly now: Temporal.Instant
  readonly isTold: boolean
  readonly name: string
  readonly line: string
  readonly bodies: string
  readonly record: { readonly onTime: number; readonly late: number; readonly waiting: number }
  readonly presence: { readonly attended: number; readonly called: number }
  readonly cases: readonly { readonly text: string; readonly href: string }[]
  readonly notes: readonly NoteLine[]
  readonly owed: readonly Owed[]
}

/** A politician's public record: what she took up, answered, heard and changed. */
export function PersonPage(props: PersonPageProps) {
  const { say, name, line, bodies, isTold, record, presence, cases } = props
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
      ) : null}
      <Section id="record" title={say('record')} lead={say('record-lead')}>
        <FigureRow
          figures={[
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
      <Promises {...props} />
      <Notes {...props} />
    </Stack>
  )
}

function Promises({ say, reader, now, isTold, owed }: PersonPageProps) {
  return (
    <Section id="promises" title={say('promises')}>
      {owed.length === 0 ? <p class="fm-text fm-muted">{say('promises-none')}</p> : null}
      <OweList
        items={owed.map((one) => ({
          title: one.title,
          href: one.href,
          clock: (
            <DueClock due={one.due} isDone={one.isDone || isTold} now={now} time={reader.time} common={reader.common} />
          ),
        }))}
      />
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
          <h3>{say('heard')}</h3>
          <Prose text={note.heard} lang={note.language} />
          <h3>{say('changed')}</h3>
          <Prose text={note.changed} lang={note.language} />
          {note.why ? (
            <>
              <h3>{say('why')}</h3>
              <Prose text={note.why} lang={note.language} />
            </>
          ) : null}
        </Panel>
      ))}
    </Section>
  )
}
