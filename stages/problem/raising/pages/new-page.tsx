import type { Child } from 'hono/jsx'
import { Button, ButtonLink, Columns, ErrorSummary, Form, Head, Note, Section } from '../../../../ui/index.ts'
import { EarlierField, NewFactsField } from '../../answers/pages/earlier-fields.tsx'
import { OddsPart } from '../../answers/pages/odds-part.tsx'
import type { KeptFiles } from '../../form.ts'
import { FramingFields } from '../../pages/framing-fields.tsx'
import type { NearProblem } from '../../stems/near.ts'
import { LanguageField, type WritingLanguage } from '../written-in.tsx'
import { NearList } from './near-list.tsx'
import type { StartPageProps } from './start-page.tsx'

export type NewPageProps = StartPageProps & {
  readonly near: readonly NearProblem[]
  readonly kept: KeptFiles
  readonly looksLikeSolution: boolean
  /** Leads an organisation to the register; nothing for everybody else. */
  readonly lead: Child
  readonly languages: readonly WritingLanguage[]
}

/** The second step: what is near, and the rest of the form with her question in it. */
export function NewPage({
  reader,
  say,
  sayProblem,
  sayAnswers,
  odds,
  earlier,
  typed,
  errors,
  near,
  kept,
  looksLikeSolution,
  lead,
  languages,
}: NewPageProps) {
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head title={say('new.title')} lead={say('new.lead')} />
      {lead}
      <Columns
        main={
          <>
            <Section id="near" title={say('near.title')}>
              <NearList {...{ reader, say, near }} lead={say('near.lead')} act={say('near.join')} />
              {near.length === 0 ? null : (
                <p>
                  <ButtonLink href="#form" variant="secondary" icon="down">
                    {say('near.mine')}
                  </ButtonLink>
                </p>
              )}
            </Section>
            <Section id="form" title={say('new.form')}>
              {looksLikeSolution ? (
                <Note icon="info">
                  <p>
                    <strong>{say('hint.title')}</strong>
                  </p>
                  <p>{say('hint.text')}</p>
                </Note>
              ) : null}
              <Form action={reader.to('problem.raise')} labelledBy="form" multipart>
                <EarlierField say={sayAnswers} earlier={earlier} />
                <LanguageField lang={reader.lang} {...{ say, languages, typed, errors }} />
                {earlier ? <NewFactsField say={sayAnswers} typed={typed} errors={errors} /> : null}
                <FramingFields say={sayProblem} {...{ typed, errors, kept }} />
                <Button>{say('new.send')}</Button>
              </Form>
            </Section>
          </>
        }
        aside={
          <>
            <OddsPart say={sayAnswers} odds={odds} />
            <Section id="next" title={say('new.next')} size="aside">
              <p class="fm-small">{say('new.next-text')}</p>
            </Section>
          </>
        }
      />
    </>
  )
}
