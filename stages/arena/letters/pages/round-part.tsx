import { Button, FactList, Form, Heading, Note } from '../../../../ui/index.ts'
import type { Round } from '../store.ts'
import type { LettersPageProps } from './props.ts'

type RoundProps = LettersPageProps & { readonly round: Round }

/** One round of letters: by which seed it was drawn, how far it is printed. */
export function RoundPart(props: RoundProps) {
  const { say, reader, problem, round, again } = props
  const slug = { problem: problem.slug }
  const title = say('round.title', { round: round.round })
  return (
    <div class="fm-stack fm-stack--3" id={`round-${round.round}`}>
      <Heading level={3}>{title}</Heading>
      <p>{say('round.drawn', { letters: round.letters, day: reader.time.day(round.drawnAt) })}</p>
      <FactList
        rows={[
          { term: say('round.seed'), value: <code class="fm-code">{round.seed}</code> },
          { term: say('round.hash'), value: <code class="fm-code">{round.hash}</code> },
        ]}
      />
      {again?.round === round.round ? (
        <Note icon={again.isSame ? 'agree' : 'info'}>
          <p>{say(again.isSame === undefined ? 'round.gone' : again.isSame ? 'round.same' : 'round.other')}</p>
        </Note>
      ) : (
        <p>
          <a class="fm-link" href={`${reader.to('arena.letters', slug)}?again=${round.round}#round-${round.round}`}>
            {say('round.check')}
            <span class="fm-vh"> {title}</span>
          </a>
        </p>
      )}
      {round.printedAt ? (
        <p>{say('round.printed', { day: reader.time.day(round.printedAt) })}</p>
      ) : (
        <Printing {...props} />
      )}
    </div>
  )
}

function Printing({ say, reader, problem, round }: RoundProps) {
  const here = { problem: problem.slug, number: round.round }
  const isReady = round.made >= round.letters
  return (
    <>
      <p role="status">
        {isReady ? say('round.ready') : say('round.making', { made: round.made, letters: round.letters })}
      </p>
      <ul class="fm-list">
        {round.parts.map(({ part, letters }) => (
          <li>
            <a class="fm-link" href={reader.to('arena.letters-part', { ...here, part })}>
              {say('round.part', { part, letters })}
            </a>
          </li>
        ))}
        <li>
          <a class="fm-link" href={reader.to('arena.letters-table', here)}>
            {say('round.table')}
          </a>
        </li>
      </ul>
      {isReady ? (
        <>
          <Heading level={4} id={`confirm-${round.round}`}>
            {say('round.confirm-title')}
          </Heading>
          <p>{say('round.confirm-text')}</p>
          <Form action={reader.to('arena.letters-printed', here)} labelledBy={`confirm-${round.round}`}>
            <Button variant="secondary">{say('round.confirm')}</Button>
          </Form>
        </>
      ) : null}
    </>
  )
}
