import type { Id } from '@folkmoot/basics/ids.ts'
import type { Tombstone } from '../../../platform/moderation/index.ts'
import { ButtonLink, ClauseList, Empty, FactList, Head, Note, Prose, Row, Section } from '../../../ui/index.ts'
import type { Recommendation } from '../recommendations.ts'
import type { Shares } from '../rules.ts'
import { DraftClause } from './draft-clause.tsx'
import { Minority } from './minority.tsx'
import { AgreementTag, HiddenText, VoicesOf, type Words } from './parts.tsx'

export type DraftPageProps = Words & {
  readonly slug: string
  readonly question: string
  readonly recommendations: readonly Recommendation[]
  readonly hidden: ReadonlyMap<Id, Tombstone>
  readonly shares: Shares | null
  readonly isStaffDominant: boolean
  readonly isFrozen: boolean
  readonly mayWrite: boolean
}

/** The common text: whose words these are, and who stands behind them. */
export function DraftPage(props: DraftPageProps) {
  const { reader, say, slug, recommendations, mayWrite, isFrozen, isStaffDominant } = props
  const ideas = <a href={reader.to('draft.ideas', { problem: slug })}>{say('page.ideas')}</a>
  return (
    <div class="fm-stack fm-stack--8">
      <Top {...props} />
      <Row>
        {mayWrite ? (
          <ButtonLink href={reader.to('draft.new', { problem: slug })} icon="edit">
            {say('page.propose')}
          </ButtonLink>
        ) : null}
        {ideas}
      </Row>
      {isFrozen ? (
        <Note icon="locked">
          <p>{say('page.frozen')}</p>
        </Note>
      ) : null}
      {isStaffDominant ? (
        <Note icon="info">
          <p>{say('page.staff-dominates')}</p>
        </Note>
      ) : null}
      {recommendations.length === 0 ? (
        <Empty level={2} title={say('page.none')}>
          {say('page.none-next')}
        </Empty>
      ) : null}
      {recommendations.map((recommendation) => (
        <OneRecommendation {...props} recommendation={recommendation} />
      ))}
    </div>
  )
}

function Top({ reader, say, question, recommendations, shares }: DraftPageProps) {
  const of = (kind: string | undefined): string =>
    say('page.count', { count: recommendations.filter(({ agreement }) => agreement?.kind === kind).length })
  const last = recommendations
    .flatMap(({ versions }) => versions)
    .map(({ at }) => at)
    .sort((a, b) => Temporal.Instant.compare(a, b))
    .at(-1)
  const isTold = recommendations.some(({ source }) => source !== null)
  return (
    <div class="fm-dhead">
      <Head
        eyebrow={
          isTold ? say('page.eyebrow-told') : last ? say('page.eyebrow', { day: reader.time.weekday(last) }) : undefined
        }
        title={say('page.heading', { question })}
        lead={say(isTold ? 'page.lead-told' : 'page.lead')}
      />
      {recommendations.length === 0 ? null : (
        <FactList
          rows={[
            { term: say('page.agreed'), value: of('consensus') },
            { term: say('page.majority'), value: of('majority') },
            { term: say('page.disagreed'), value: of('disagreement') },
            { term: isTold ? say('agreement.unknown') : say('page.open'), value: of(undefined) },
            ...(shares ? [{ term: say('page.written-by'), value: say('page.shares', rounded(shares)) }] : []),
          ]}
        />
      )}
    </div>
  )
}

function rounded({ politician, citizen, staff }: Shares): Shares {
  const hundredths = (share: number): number => Math.round(share * 100) / 100
  return { politician: hundredths(politician), citizen: hundredths(citizen), staff: hundredths(staff) }
}

function OneRecommendation({ recommendation, ...props }: DraftPageProps & { readonly recommendation: Recommendation }) {
  const { reader, say, slug, hidden } = props
  const { id, number, title, text, clauses } = recommendation
  const stone = hidden.get(id)
  const href = reader.to('draft.recommendation', { problem: slug, number })
  return (
    <Section
      id={`recommendation-${number}`}
      title={stone ? say('rec.name', { number }) : title}
      more={{ href, text: say('rec.read', { number }) }}
    >
      {stone ? (
        <HiddenText reader={reader} stone={stone} />
      ) : (
        <>
          <Row>
            <AgreementTag say={say} recommendation={recommendation} />
            <VoicesOf say={say} recommendation={recommendation} />
          </Row>
          {text ? <Prose text={text} /> : null}
          <ClauseList>
            {clauses.map((clause) => (
              <DraftClause
                reader={reader}
                say={say}
                clause={clause}
                stone={hidden.get(clause.id)}
                recommendation={number}
                sourcesAt={`${href}#clause-${clause.number}`}
              />
            ))}
          </ClauseList>
          <Minority say={say} recommendation={recommendation} />
        </>
      )}
    </Section>
  )
}
