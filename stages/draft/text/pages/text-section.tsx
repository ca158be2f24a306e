import {
  Clause,
  ClauseList,
  Note,
  Prose,
  Row,
  Section,
  StaffLabel,
  StateTag,
  TraceChip,
  Said,
} from '../../../../ui/index.ts'
import { MarginLink } from '../../margin/pages/margin-link.tsx'
import { Minority } from '../../pages/minority.tsx'
import { AgreementTag, HiddenText, Report, VoicesOf } from '../../pages/parts.tsx'
import { staffDominates } from '../rules.ts'
import type { TextClause, TextSection } from '../text.ts'
import { sharesIn } from './shares.tsx'
import type { TextPageProps } from './text-props.ts'

type SectionProps = TextPageProps & { readonly section: TextSection }

/** One section with its clauses; of a recommendation also who stands behind it. */
export function TextSectionPart(props: SectionProps) {
  const { reader, say, sayDraft, slug, section, hidden, mayWrite } = props
  const { position, heading, recommendation, intro } = section
  const stone = hidden.get(section.id) ?? (recommendation ? hidden.get(recommendation.id) : undefined)
  const name = say('section.name', { number: position })
  const at = { problem: slug }
  const more = recommendation
    ? {
        href: reader.to('draft.recommendation', { ...at, number: recommendation.number }),
        text: sayDraft('rec.read', { number: recommendation.number }),
      }
    : mayWrite
      ? {
          href: reader.to('draft.write-section', { ...at, section: section.id }),
          text: say('section.write-in', { number: position }),
        }
      : undefined
  return (
    <Section
      id={`section-${position}`}
      title={stone ? name : <Said lang={props.language}>{heading}</Said>}
      {...(more ? { more } : {})}
    >
      {stone ? (
        <HiddenText reader={reader} stone={stone} />
      ) : (
        <>
          <Row>
            {recommendation ? (
              <>
                <AgreementTag say={sayDraft} recommendation={recommendation} />
                <VoicesOf say={sayDraft} recommendation={recommendation} />
              </>
            ) : (
              <StateTag icon="document" color="neutral">
                {say('kind.passage')}
              </StateTag>
            )}
            <Whose {...props} />
          </Row>
          {staffDominates(section.shares) ? (
            <Note icon="info">
              <p>{say('section.staff-dominates')}</p>
            </Note>
          ) : null}
          {intro ? <Prose text={intro} lang={props.language} /> : null}
          <ClauseList>
            {section.clauses.map((clause) => (
              <TextClausePart {...props} clause={clause} />
            ))}
          </ClauseList>
          {recommendation ? (
            <Minority say={sayDraft} recommendation={recommendation} lang={props.language} />
          ) : reader.actor.account ? (
            <Report reader={reader} say={sayDraft} kind="section" id={section.id} about={heading} />
          ) : null}
        </>
      )}
    </Section>
  )
}

/** Shares of a section whose clauses are not all by the same; else each clause says it. */
function Whose({ say, section }: SectionProps) {
  const words = section.clauses.length > 1 ? sharesIn(say, section.shares) : ''
  return words ? <p class="fm-mini">{words}</p> : null
}

type ClauseProps = SectionProps & { readonly clause: TextClause }

function TextClausePart({ reader, say, sayDraft, slug, language, section, hidden, clause, margins }: ClauseProps) {
  const { id, number, text, as, contributions, cites, shares } = clause
  const stone = hidden.get(id)
  const isStaff = shares ? shares.staff === 1 : as === 'staff'
  const by = shares ? sharesIn(say, shares) : as === 'unknown' ? '' : sayDraft(`rec.by.${as}`)
  const href = reader.to('draft.clause', { problem: slug, clause: id })
  return (
    <Clause
      id={`clause-${id}`}
      number={`${section.position}.${number}`}
      spoken={sayDraft('rec.clause', { number })}
      text={stone ? <HiddenText reader={reader} stone={stone} /> : <Prose text={text} lang={language} />}
      state={isStaff ? 'staff' : undefined}
      marginLabel={say('clause.margin', { section: section.position, number })}
      margin={
        <>
          {isStaff ? <StaffLabel>{sayDraft('rec.by.staff')}</StaffLabel> : by ? <p class="fm-mini">{by}</p> : null}
          {cites === 0 ? (
            <a class="fm-uncited" href={href}>
              {say('uncited.clause')}
            </a>
          ) : contributions > 0 ? (
            <TraceChip href={href}>{sayDraft('rec.from', { count: contributions })}</TraceChip>
          ) : (
            <a class="fm-mini" href={href}>
              {sayDraft('rec.from', { count: contributions })}
            </a>
          )}
          <MarginLink {...{ reader, margins, href }} clause={id} number={`${section.position}.${number}`} />
        </>
      }
    />
  )
}
