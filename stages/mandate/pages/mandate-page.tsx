import { Columns, Empty, ErrorSummary, Head, People, Prose, Section, SummaryList } from '../../../ui/index.ts'
import { Matters } from '../matters/pages/matters.tsx'
import { CharterSection } from '../charter/pages/charter-section.tsx'
import { SharesLine } from '../saves/pages/history-page.tsx'
import { WarningList } from '../warnings/pages/warning-list.tsx'
import { movedWords } from '../moved/messages/words.ts'
import { MovedSection } from '../moved/pages/moved-section.tsx'
import type { Mandate } from '../store.ts'
import { Acts, State } from './acts.tsx'
import { Decision } from './decision.tsx'
import { Gate } from './gate.tsx'
import { linesOf } from './lines.ts'
import { Missing } from './missing.tsx'
import { MandatePromise } from './mandate-promise.tsx'
import type { MandatePageProps } from './props.ts'
import { NextVersion, Versions } from './versions.tsx'

/** The mandate: the promise first, then every field, the five answers, the decision, and all versions. */
export function MandatePage(props: MandatePageProps) {
  const { reader, say, errors, adopted, draft } = props
  const shown = adopted ?? draft
  if (!shown) return <NoMandate {...props} />
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={stateLine(props, shown)} title={say('page.title')} lead={shown.question}>
        <State {...props} />
        <Acts {...props} />
      </Head>
      <Columns
        main={
          <>
            <MandatePromise {...props} mandate={shown} />
            {draft && !adopted && !props.may.confirm ? <WarningList {...props} title={say('warning.title')} /> : null}
            {adopted || props.gaps.length === 0 ? null : <Missing {...props} />}
            <Matters {...props} mandate={shown} lang={props.problem.language} />
            <TermsOf {...props} mandate={shown} />
            <Gate {...props} isTold={shown.source !== null} />
            <NextVersion {...props} />
            <Versions {...props} />
          </>
        }
        aside={
          <>
            <Decision {...props} />
            {adopted && adopted.source === null ? <CharterSection {...props} /> : null}
            <Moved {...props} />
            <Written {...props} />
            <Sponsors {...props} />
          </>
        }
      />
    </>
  )
}

function NoMandate(props: MandatePageProps) {
  const { say } = props
  return (
    <>
      <Head title={say('page.title')} lead={props.problem.question} />
      <Empty title={say('page.none')} level={2} action={<Acts {...props} />}>
        <p>{say('page.none-next')}</p>
        {props.problem.sponsors.length === 0 && props.problem.source === null ? <p>{say('page.no-sponsors')}</p> : null}
      </Empty>
    </>
  )
}

function stateLine({ reader, say, bodyName, adopter, votes }: MandatePageProps, shown: Mandate): string {
  if (shown.state === 'draft') return say('page.draft-line', { version: shown.version })
  const vote = votes.find(({ id }) => id === shown.resolution)
  if (!adopter || !vote?.decidedOn) return say('page.adopted-told')
  const given = { body: bodyName(adopter), day: reader.time.day(vote.decidedOn) }
  // What a source tells in the past is not said to be in force now.
  if (vote.source !== null) return say(vote.isCarried === null ? 'journey.given' : 'journey.adopted', given)
  return say('page.adopted-by', { ...given, version: shown.version })
}

function TermsOf(props: MandatePageProps & { readonly mandate: Mandate }) {
  const { reader, say, problem, mandate, preset } = props
  const empty = mandate.source === null ? say('page.not-yet') : reader.common('unknown')
  return (
    <Section id="terms" title={say(mandate.state === 'draft' ? 'page.terms-draft' : 'page.terms')}>
      <SummaryList
        rows={linesOf(props, mandate)
          .filter(
            ({ section, text }) =>
              // The questions have a section of their own; how a group works is told as far as there is a rule.
              (section !== 'room' || (text !== '' && mandate.matters.length === 0)) &&
              (section !== 'working' || text !== ''),
          )
          .map(({ term, text, isWritten }) => ({
            term,
            value: text ? (
              <Prose text={text} lang={isWritten ? problem.language : undefined} />
            ) : (
              <span class="fm-muted">{empty}</span>
            ),
          }))}
      />
      {preset ? (
        <p class="fm-mini">
          {say('page.preset', { name: say(`preset.${preset.name}`) })}{' '}
          <a href={preset.source} rel="noopener">
            {say('page.preset-source', { name: say(`preset.${preset.name}`) })}
          </a>
        </p>
      ) : null}
      {mandate.source === null ? null : (
        <div class="fm-stack fm-stack--2">
          <p class="fm-mini">{reader.common('source')}</p>
          <Prose text={mandate.source} size="small" />
        </div>
      )}
    </Section>
  )
}

function Moved({ reader, problem, moved, bodyName, may }: MandatePageProps) {
  if (!moved) return null
  return (
    <MovedSection
      reader={reader}
      say={movedWords.say(reader.lang)}
      slug={problem.slug}
      lang={problem.language}
      moved={moved.all}
      today={moved.today}
      bodyNames={new Map(moved.all.map(({ from }) => [from, bodyName(from)]))}
      mayEnter={may.enterMove}
    />
  )
}

/** Who wrote the words, and where each save can be read. */
function Written({ reader, say, problem, shares, all }: MandatePageProps) {
  if (problem.source !== null) return null
  return (
    <Section id="written" title={say('history.title')} size="aside">
      <SharesLine say={say} shares={shares} />
      <ul class="fm-plain fm-small">
        <li>
          <a href={reader.to('mandate.history', { problem: problem.slug })}>{say('history.link')}</a>
        </li>
        {all.length > 1 ? (
          <li>
            <a href={reader.to('mandate.compare', { problem: problem.slug })}>{say('compare.link')}</a>
          </li>
        ) : null}
        <li>
          <a href={reader.to('mandates')}>{say('mandates.link')}</a>
        </li>
      </ul>
    </Section>
  )
}

function Sponsors({ reader, say, problem, people }: MandatePageProps) {
  const known = problem.sponsors.flatMap((person) => people.get(person) ?? [])
  if (problem.source !== null && known.length === 0) return null
  return (
    <Section id="sponsors" title={say('page.sponsors')} size="aside">
      {known.length === 0 ? (
        <p class="fm-small">{say('page.no-sponsors')}</p>
      ) : (
        <People
          isColumn
          people={known.map((politician) => ({
            name: politician.name,
            role: 'politician',
            line: [
              politician.role,
              politician.party,
              problem.named.includes(politician.id) ? say('page.sponsor-named') : '',
            ]
              .filter(Boolean)
              .join(' · '),
            href: reader.to('person', { person: politician.slug }),
          }))}
        />
      )}
    </Section>
  )
}
