import { ButtonLink, Columns, Hello } from '../index.ts'
import { Answered } from './answered.tsx'
import { Aside } from './aside.tsx'
import { Bench } from './bench.tsx'
import { Home } from './home.tsx'
import { Journey } from './journey.tsx'
import { Working } from './working.tsx'

/** Pieces of home, journey, answer, vote, draft, desk and bench. */
export function GalleryPieces() {
  return (
    <>
      <GalleryHello />
      <Columns main={<Home />} aside={<Aside />} />
      <Journey />
      <Answered />
      <Working />
      <Bench />
    </>
  )
}

function GalleryHello() {
  return (
    <Hello
      title="The town council works this out with you"
      lead="Four questions are open. Say what you know, vote, or take a seat. The council answers in public, by a date it has promised."
      action={
        <ButtonLink href="#main" variant="secondary" icon="hand">
          Raise a problem
        </ButtonLink>
      }
    />
  )
}
