import type { Child } from 'hono/jsx'
import { ButtonLink, Empty, FactList, Head, Note, Row, Said, Sentence, saidHere } from '../../../../ui/index.ts'
import { ReadingPart } from '../../reading/pages/reading-part.tsx'
import { staffDominates } from '../rules.ts'
import { sharesIn } from './shares.tsx'
import type { TextPageProps } from './text-props.ts'
import { TextSectionPart } from './text-section.tsx'

/** The common text: what it says, where each clause comes from, whose words these are, and who stands behind them. */
export function TextPage(props: TextPageProps) {
  const { reader, say, sayDraft, slug, text, isFrozen } = props
  const at = { problem: slug }
  return (
    <div class="fm-stack fm-stack--8">
      <Top {...props} />
      <Row>
        {props.mayWrite ? (
          <ButtonLink href={reader.to('draft.write', at)} icon="edit">
            {say('page.write')}
          </ButtonLink>
        ) : null}
        {text.version > 1 ? (
          <ButtonLink
            variant="secondary"
            href={reader.to('draft.compare', { ...at, before: text.version - 1, after: text.version })}
          >
            {say('page.compare', { version: text.version - 1 })}
          </ButtonLink>
        ) : null}
        {text.version > 0 ? <a href={reader.to('draft.versions', at)}>{say('versions.title')}</a> : null}
        {text.sections.length > 0 ? <a href={reader.to('draft.print', at)}>{say('print.link')}</a> : null}
        <a href={reader.to('draft.ideas', at)}>{sayDraft('page.ideas')}</a>
      </Row>
      {isFrozen ? (
        <Note icon="locked">
          <p>{sayDraft('page.frozen')}</p>
        </Note>
      ) : null}
      {staffDominates(text.shares) ? (
        <Note icon="info">
          <p>{sayDraft('page.staff-dominates')}</p>
        </Note>
      ) : null}
      {text.sections.length === 0 ? (
        <Empty level={2} title={sayDraft('page.none')}>
          {sayDraft('page.none-next')}
        </Empty>
      ) : null}
      <ReadingPart reader={reader} reading={props.reading} />
      <Contents {...props} />
      {text.sections.map((section) => (
        <TextSectionPart {...props} section={section} />
      ))}
    </div>
  )
}

function Top({ reader, say, sayDraft, question, language, text, isTold }: TextPageProps) {
  const recommendations = text.sections.flatMap(({ recommendation }) => recommendation ?? [])
  const of = (kind: string | undefined): string =>
    sayDraft('page.count', { count: recommendations.filter(({ agreement }) => agreement?.kind === kind).length })
  const saved = text.savedAt && { version: text.version, day: reader.time.weekday(text.savedAt) }
  const shares = sharesIn(say, text.shares)
  return (
    <div class="fm-dhead">
      <Head
        eyebrow={isTold ? sayDraft('page.eyebrow-told') : saved ? say('page.eyebrow', saved) : undefined}
        title={
          <Sentence text={sayDraft('page.heading', { question: saidHere })}>
            <Said lang={language}>{question}</Said>
          </Sentence>
        }
        lead={sayDraft(isTold ? 'page.lead-told' : 'page.lead')}
      />
      {text.sections.length === 0 ? null : (
        <FactList
          rows={[
            { term: sayDraft('page.agreed'), value: of('consensus') },
            { term: sayDraft('page.majority'), value: of('majority') },
            { term: sayDraft('page.disagreed'), value: of('disagreement') },
            { term: isTold ? sayDraft('agreement.unknown') : sayDraft('page.open'), value: of(undefined) },
            ...(text.uncited > 0
              ? [{ term: say('uncited.term'), value: say('uncited.of', { count: text.uncited, all: text.clauses }) }]
              : []),
            ...(shares ? [{ term: sayDraft('page.written-by'), value: shares }] : []),
          ]}
        />
      )}
    </div>
  )
}

// A text that fits on two screens is its own table of contents.
const fewSections = 5

function Contents({ say, text: { sections }, language, hidden }: TextPageProps): Child {
  if (sections.length <= fewSections) return null
  return (
    <nav aria-labelledby="contents">
      <h2 id="contents" class="fm-h-mid">
        {say('contents.title')}
      </h2>
      <ol class="fm-contents">
        {sections.map(({ id, position, heading, recommendation }) => (
          <li>
            <a href={`#section-${position}`}>
              {hidden.has(id) || (recommendation && hidden.has(recommendation.id)) ? (
                say('section.name', { number: position })
              ) : (
                <Said lang={language}>{heading}</Said>
              )}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
