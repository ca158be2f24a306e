import type { JourneyPart } from '../../../../platform/thread/index.ts'
import { Head, List, Prose, Said, Section, SummaryList } from '../../../../ui/index.ts'
import type { CaseSheetProps } from './case-sheet-props.ts'
import { Answers, Promises } from './decided.tsx'
import { Value } from './value.tsx'

/** Seven sections in the order of the journey, each short enough that the whole fits a folded sheet of paper. */
export function CaseSheetPage(props: CaseSheetProps) {
  const { reader, say, now, problem, promise, parts } = props
  return (
    <>
      <Head
        eyebrow={say('title')}
        title={<Said lang={problem.language}>{problem.question}</Said>}
        lead={promise || undefined}
      >
        <p class="fm-mini">{say('as-of', { day: reader.time.day(now) })}</p>
      </Head>
      <Section id="problem" title={say('problem')}>
        <SummaryList
          rows={[
            { term: say('problem-what'), value: said(props, problem.whatHappens) },
            { term: say('problem-who'), value: said(props, problem.whoIsAffected) },
            ...(problem.source === null
              ? [{ term: say('problem-raised'), value: reader.time.day(problem.raisedAt) }]
              : [{ term: reader.common('source'), value: problem.source }]),
          ]}
        />
      </Section>
      <Part id="mandate" title={say('mandate')} parts={[parts.mandate]} />
      <Part id="people" title={say('people')} parts={[parts.people]} />
      <Part id="work" title={say('work')} parts={parts.work} />
      <Answers {...props} />
      <Promises {...props} />
      <Value {...props} />
      <p class="fm-small fm-noprint">
        <a class="fm-link" href={reader.to('outcome.sheet-data', { problem: problem.slug })}>
          {say('data')}
        </a>
      </p>
    </>
  )
}

function said({ reader, problem }: Pick<CaseSheetProps, 'reader' | 'problem'>, words: string) {
  return words ? (
    <div lang={problem.language === 'und' ? undefined : problem.language} dir="auto">
      <Prose text={words} />
    </div>
  ) : (
    reader.common('unknown')
  )
}

type PartProps = { readonly id: string; readonly title: string; readonly parts: readonly JourneyPart[] }

/** What the stages themselves say of it. */
function Part({ id, title, parts }: PartProps) {
  const lines = parts.flatMap(({ figure, sentences }) => [...(figure ? [figure] : []), ...sentences])
  return (
    <Section id={id} title={title}>
      <List isTight items={[...new Set(lines)]} />
    </Section>
  )
}
