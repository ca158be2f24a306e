import { ErrorSummary, Head, List, Said, Section, Table } from '../../../../ui/index.ts'
import { profileName } from '../../arena.ts'
import { callsWords } from '../../calls/messages/words.ts'
import { onBehalfWords } from '../../on-behalf/messages/words.ts'
import { freeByWay, freeSeats, profileFillings } from '../vacancy-rules.ts'
import { Candidates } from './candidates.tsx'
import { Politicians } from './politicians.tsx'
import type { VacanciesPageProps } from './props.ts'

/** Which seats are free, who has been asked, and who can be: for those who fill them and their clerks. */
export function VacanciesPage(props: VacanciesPageProps) {
  const { say, reader, problem, arena, errors, mayFill } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('vacancies.title')}
        lead={say(mayFill ? 'vacancies.lead' : 'vacancies.lead-staff')}
      />
      <Section id="seats" title={say('vacancies.seats')}>
        <Table
          caption={say('vacancies.seats')}
          isCaptionHidden
          columns={[
            { label: say('vacancies.seat') },
            { label: say('vacancies.taken'), isNumber: true },
            { label: say('vacancies.asked'), isNumber: true },
            ...(isDrawn(arena)
              ? [
                  { label: say('vacancies.free-chosen'), isNumber: true },
                  { label: say('vacancies.free-drawn'), isNumber: true },
                ]
              : [{ label: say('vacancies.free'), isNumber: true }]),
          ]}
          rows={rowsOf(props)}
        />
      </Section>
      <Waiting {...props} />
      {props.isSought ? (
        <p>
          <a class="fm-link" href={`${reader.to('arena.people', { problem: problem.slug })}#call-again`}>
            {callsWords.say(reader.lang)('again.link')}
          </a>
        </p>
      ) : null}
      {arena.asked.length > 0 ? (
        <Section id="offers" title={say('vacancies.offers')}>
          <List
            items={arena.asked.map((offer) => (
              <Asked {...props} offer={offer} />
            ))}
          />
        </Section>
      ) : null}
      <Politicians {...props} />
      <Candidates {...props} />
      {arena.left.length > 0 ? (
        <Section id="left" title={say('vacancies.left')}>
          <List
            items={arena.left.map((seat) => (
              <Left {...props} seat={seat} />
            ))}
          />
        </Section>
      ) : null}
    </>
  )
}

/** Who asked and has no answer yet comes before everybody who was answered no. */
function Waiting({ say, reader, problem, arena, applications }: VacanciesPageProps) {
  const waiting = applications.filter(({ state }) => state === 'waiting').length
  if (arena.isConfirmed || waiting === 0) return null
  return (
    <p>
      <a class="fm-link" href={reader.to('arena.applications', { problem: problem.slug })}>
        {say('vacancies.waiting', { count: waiting })}
      </a>
    </p>
  )
}

function isDrawn({ rule }: VacanciesPageProps['arena']): boolean {
  return rule.profiles.some(({ drawn }) => drawn > 0)
}

function rowsOf({ say, reader, arena }: VacanciesPageProps) {
  const number = (value: number | null) => (value === null ? reader.common('unknown') : String(value))
  const ofPoliticians = (all: readonly { readonly kind: string }[]) =>
    all.filter(({ kind }) => kind === 'politician').length
  return [
    {
      cells: [
        say('offer.politician'),
        String(ofPoliticians(arena.seats)),
        String(ofPoliticians(arena.asked)),
        number(freeSeats(arena.filling, 'politician')),
        ...(isDrawn(arena) ? ['0'] : []),
      ],
    },
    ...profileFillings(arena.filling).map(({ profile, seated, asked, free }) => {
      const { chosen, drawn } = freeByWay(arena.filling, profile)
      return {
        cells: [
          profileName(arena, profile),
          String(seated),
          String(asked),
          ...(isDrawn(arena) ? [number(chosen), number(drawn)] : [number(free)]),
        ],
      }
    }),
  ]
}

function Asked({
  say,
  reader,
  arena,
  names,
  written,
  offer,
}: VacanciesPageProps & { readonly offer: VacanciesPageProps['arena']['asked'][number] }) {
  return (
    <p>
      {say('vacancies.asked-line', {
        name: names.get(offer.account)?.name ?? '',
        seat: profileName(arena, offer.profile) || say('offer.politician'),
        deadline: reader.time.deadline(offer.answerBy),
      })}
      {written.has(offer.number) ? (
        <>
          <br />
          <span class="fm-mini">{onBehalfWords.say(reader.lang)('vacancies.written')}</span>
        </>
      ) : null}
    </p>
  )
}

function Left({
  say,
  reader,
  arena,
  names,
  seat,
}: VacanciesPageProps & { readonly seat: VacanciesPageProps['arena']['left'][number] }) {
  return (
    <>
      <p>
        {say(`vacancies.left-${seat.why}`, {
          name: names.get(seat.account)?.name ?? seat.name,
          seat: profileName(arena, seat.profile) || say('offer.politician'),
          day: reader.time.day(seat.endedAt),
        })}
      </p>
      {seat.words === '' ? null : <p class="fm-small">{say('vacancies.left-words', { words: seat.words })}</p>}
    </>
  )
}
