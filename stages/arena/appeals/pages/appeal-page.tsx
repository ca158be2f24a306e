import type { Reader } from '../../../../platform/http/index.ts'
import { ButtonLink, FactList, Head, Note, Prose, ReportFold, Said, Section } from '../../../../ui/index.ts'
import type { Problem } from '../../../problem/index.ts'
import type { Arena } from '../../arena.ts'
import type { SayAppeal } from '../messages/words.ts'
import type { Appeal } from '../store.ts'

export type AppealPageProps = {
  readonly reader: Reader
  readonly say: SayAppeal
  readonly problem: Problem
  readonly appeal: Appeal
  readonly arena: Arena
  readonly isHidden: boolean
  readonly isOpen: boolean
  /** Politicians are seated and staff never sit: neither asks for a seat. */
  readonly mayAsk: boolean
  readonly place: string
  readonly offlineRoute: string
  /** The whole address, for paper. */
  readonly printed: string
}

/** What whoever is looked for has to know, on one sheet: what it is about, what it takes, until when, and how to ask. */
export function AppealPage(props: AppealPageProps) {
  const { reader, say, problem, appeal, isHidden, isOpen, mayAsk, place } = props
  if (isHidden) return <Head title={say('one.hidden')} lead={say('one.hidden-text')} />
  return (
    <>
      <Head
        eyebrow={place}
        title={<Said lang={appeal.language}>{say('one.title', { whom: appeal.whom })}</Said>}
        lead={<Said lang={problem.language}>{problem.question}</Said>}
      >
        {isOpen && mayAsk ? (
          <div class="fm-act fm-noprint">
            <ButtonLink href={reader.to('arena.application', { problem: problem.slug })}>{say('one.apply')}</ButtonLink>
          </div>
        ) : null}
      </Head>
      {isOpen ? null : (
        <Note icon="info">
          <p>{say('one.over')}</p>
        </Note>
      )}
      {appeal.words ? <Prose text={appeal.words} lang={appeal.language} /> : <p class="fm-text">{say('one.why')}</p>}
      <Facts {...props} />
      <p class="fm-mini fm-noprint">{say('one.print')}</p>
      {reader.actor.account === null ? null : (
        <div class="fm-noprint">
          <ReportFold
            action={reader.to('moderation.report')}
            kind="appeal"
            id={appeal.id}
            words={{
              open: say('report.open'),
              about: appeal.whom,
              aboutLang: appeal.language,
              label: say('report.label'),
              help: say('report.help'),
              send: say('report.send'),
            }}
          />
        </div>
      )}
    </>
  )
}

function Facts({ reader, say, appeal, arena, problem, offlineRoute, printed }: AppealPageProps) {
  const { mandate, call } = arena
  const day = (date: Temporal.PlainDate | null): string => (date ? reader.time.day(date) : reader.common('unknown'))
  return (
    <Section id="facts" title={say('one.what')}>
      <FactList
        rows={[
          { term: say('one.wanted'), value: say('now.wanted', { count: appeal.wanted }) },
          ...(mandate && mandate.meetings !== null
            ? [{ term: say('one.meetings'), value: String(mandate.meetings) }]
            : []),
          ...(mandate
            ? [{ term: say('one.from-to'), value: `${day(mandate.startsOn)} – ${day(mandate.endsOn)}` }]
            : []),
          ...(call ? [{ term: say('one.until'), value: reader.time.deadline(call.closesAt) }] : []),
          {
            term: say('one.ask'),
            value: <a href={reader.to('arena.people', { problem: problem.slug })}>{printed}</a>,
          },
          ...(offlineRoute ? [{ term: say('one.offline'), value: offlineRoute }] : []),
          ...(appeal.through
            ? [{ term: say('one.through'), value: <Said lang={appeal.language}>{appeal.through}</Said> }]
            : []),
        ]}
      />
    </Section>
  )
}
