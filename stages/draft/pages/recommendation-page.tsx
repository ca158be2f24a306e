import type { Id } from '@folkmoot/basics/ids.ts'
import type { Child } from 'hono/jsx'
import type { Byline } from '../../../platform/identity/index.ts'
import type { Tombstone } from '../../../platform/moderation/index.ts'
import {
  Button,
  ButtonLink,
  ClauseList,
  Columns,
  ErrorSummary,
  Form,
  Head,
  Linked,
  List,
  Note,
  Prose,
  Row,
  Section,
  Stack,
  TextArea,
  Trail,
  type Errors,
  type Typed,
  Said,
  Sentence,
  saidHere,
} from '../../../ui/index.ts'
import type { Became } from '../../opinion/index.ts'
import type { Recommendation } from '../recommendations.ts'
import { MarginLink, type Margins } from '../margin/pages/margin-link.tsx'
import { DraftClause } from './draft-clause.tsx'
import { Minority } from './minority.tsx'
import { AgreementTag, HiddenText, Report, VoicesOf, type Words } from './parts.tsx'
import { Stand } from './stand.tsx'
import { Versions } from './versions.tsx'

export type RecommendationPageProps = Words & {
  readonly slug: string
  readonly question: string
  /** Of the case: the language its group writes in. */
  readonly language: string
  readonly recommendation: Recommendation
  readonly stone: Tombstone | undefined
  readonly hidden: ReadonlyMap<Id, Tombstone>
  /** Titles and addresses of what the clauses cite. */
  readonly cited: ReadonlyMap<Id, { readonly title: string; readonly href: string }>
  readonly authors: ReadonlyMap<Id<'account'>, Byline>
  readonly became: readonly Became[]
  readonly margins: Margins
  /** The strongest case against, beside it. */
  readonly counterCase: Child
  /** The names under the minority text. */
  readonly signers: Child
  readonly isFrozen: boolean
  readonly may: { readonly write: boolean; readonly stand: boolean; readonly writeMinority: boolean }
  readonly errors: Errors
  readonly typed: Typed
}

/** One recommendation: text, sources, agreement, minority, versions, and what became of it. */
export function RecommendationPage(props: RecommendationPageProps) {
  const { reader, say, slug, question, language, recommendation, stone, isFrozen, errors, became } = props
  const { number } = recommendation
  const title = stone ? say('rec.name', { number }) : recommendation.title
  return (
    <div class="fm-stack fm-stack--8">
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={
          <Sentence text={say('rec.eyebrow', { number, question: saidHere })}>
            <Said lang={language}>{question}</Said>
          </Sentence>
        }
        title={stone ? title : <Said lang={language}>{title}</Said>}
      />
      {recommendation.isWithdrawn ? (
        <Note icon="info">
          <p>{say('rec.withdrawn')}</p>
        </Note>
      ) : null}
      {isFrozen && !recommendation.isWithdrawn ? (
        <Note icon="locked">
          <p>{say('page.frozen')}</p>
          <p>
            <a href={reader.to('decision.recommendation', { problem: slug, number })}>
              <strong>{say('rec.answer')}</strong>
            </a>
          </p>
        </Note>
      ) : null}
      {stone ? <HiddenText reader={reader} stone={stone} /> : <Text {...props} />}
      {became.length > 0 ? (
        <Section id="became" title={say('rec.became')}>
          <Trail steps={became} />
        </Section>
      ) : null}
      <Versions {...props} isHidden={props.hidden.size > 0} />
      {stone || recommendation.source ? null : (
        <Report reader={reader} say={say} kind="recommendation" id={recommendation.id} about={title} />
      )}
    </div>
  )
}

function Text(props: RecommendationPageProps) {
  const { reader, say, slug, recommendation, hidden, cited, may, margins } = props
  const { text, clauses, source, toldDay } = recommendation
  return (
    <>
      <Columns
        main={
          <>
            {text || may.write ? (
              <Stack gap="6">
                {text ? (
                  <blockquote class="fm-rectext">
                    <Prose text={text} lang={props.language} />
                  </blockquote>
                ) : null}
                {may.write ? (
                  <p>
                    <ButtonLink
                      href={reader.to('draft.write-section', { problem: slug, section: recommendation.section })}
                      icon="edit"
                      variant="secondary"
                    >
                      {say('edit.link')}
                    </ButtonLink>
                  </p>
                ) : null}
              </Stack>
            ) : null}
            <Section id="clauses" title={say('rec.clauses')}>
              <ClauseList>
                {clauses.map((clause) => (
                  <DraftClause
                    lang={props.language}
                    reader={reader}
                    say={say}
                    clause={clause}
                    stone={hidden.get(clause.id)}
                    sourcesAt={reader.to('draft.clause', { problem: slug, clause: clause.id })}
                    sources={<Sources cited={clause.cites.flatMap(({ id }) => cited.get(id) ?? [])} />}
                    more={
                      source === null ? (
                        <MarginLink
                          {...{ reader, margins }}
                          clause={clause.id}
                          number={String(clause.number)}
                          href={reader.to('draft.clause', { problem: slug, clause: clause.id })}
                        />
                      ) : null
                    }
                  />
                ))}
              </ClauseList>
            </Section>
          </>
        }
        aside={<Agreement {...props} />}
      />
      <MinorityForm {...props} />
      {props.counterCase}
      {source === null ? null : (
        <p class="fm-mini">
          {reader.common('source')}: <Linked text={source} /> ·{' '}
          {say('rec.told-day', { day: toldDay ? reader.time.day(toldDay) : reader.common('unknown') })}
        </p>
      )}
    </>
  )
}

function Sources({ cited }: { readonly cited: readonly { readonly title: string; readonly href: string }[] }) {
  if (cited.length === 0) return null
  return (
    <List
      isTight
      items={cited.map(({ title, href }) => (
        <a href={href}>{title}</a>
      ))}
    />
  )
}

function Agreement(props: RecommendationPageProps) {
  const { reader, say, slug, recommendation, may, isFrozen } = props
  return (
    <Section id="agreement" title={say('rec.agreement')} size="mid">
      <Row>
        <AgreementTag say={say} recommendation={recommendation} />
        <VoicesOf say={say} recommendation={recommendation} />
      </Row>
      {recommendation.source === null && !isFrozen ? <p class="fm-mini">{say('agreement.anew')}</p> : null}
      {may.stand ? <Stand {...{ reader, say, slug, recommendation }} /> : null}
    </Section>
  )
}

function MinorityForm({
  reader,
  say,
  slug,
  language,
  recommendation,
  may,
  signers,
  errors,
  typed,
}: RecommendationPageProps) {
  const { number } = recommendation
  const isWritten = recommendation.minorityText !== ''
  return (
    <>
      <Minority say={say} recommendation={recommendation} lang={language} />
      {signers}
      {may.writeMinority ? (
        <Form action={reader.to('draft.minority-text', { problem: slug, number })} label={say('minority.text')}>
          <TextArea
            name="minority"
            label={say('minority.text')}
            help={say(isWritten ? 'minority.help-written' : 'minority.help')}
            value={recommendation.minorityText}
            rows={4}
            maxLength={2000}
            required
            errors={errors}
            typed={Object.hasOwn(typed, 'minority') ? typed : undefined}
          />
          <Button variant="secondary">{say(isWritten ? 'minority.change' : 'minority.send')}</Button>
        </Form>
      ) : null}
    </>
  )
}
