import './editor.css'
import { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { redo, undo } from 'y-prosemirror'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { contentOf } from '../document.ts'
import { bound, isAtRest } from './binding.ts'
import { withCursorKept } from './cursor.ts'
import * as moves from './moves.ts'
import { showPeople } from './people.ts'
import { schemaParts } from './schema.ts'
import { openStatus } from './status.ts'
import { openWire, type Wire, type WireState } from './wire.ts'
import { fill, type LiveWords } from './words.ts'

for (const place of document.querySelectorAll<HTMLElement>('[data-live]')) openEditor(place)

/** Makes of the page that shows the text one on which it is written together. Without this the page has its forms. */
function openEditor(place: HTMLElement): void {
  const words = JSON.parse(place.dataset['words'] ?? '{}') as LiveWords // written by the page, with all of them
  const part = (name: string): HTMLElement => {
    const found = place.querySelector<HTMLElement>(`[data-live-${name}]`)
    if (!found) throw new Error(`the page has no place for ${name}`)
    return found
  }
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  awareness.setLocalState({ cursor: null })
  const spoken = part('spoken')
  const show = openStatus({ line: part('status'), spoken, refused: part('refused'), words, text: () => plainText(doc) })
  let editor: Editor | undefined
  const wire = openWire({
    doc,
    awareness,
    name: place.dataset['name'] ?? '',
    around: (putIn) => {
      if (!editor) putIn()
      else if (isAtRest(editor.view)) withCursorKept(editor.view, doc, putIn)
      else return false
      return true
    },
    connect: () => new WebSocket(socketAddress(place.dataset['socket'] ?? '')),
    onChange: (state) => {
      if (state.connection === 'open') editor ??= begin()
      if (state.connection === 'refused') end(state)
      show(state)
    },
  })

  const begin = (): Editor => {
    part('plain').hidden = true
    part('progress').hidden = true
    part('page').hidden = false
    part('bar').hidden = false
    const made = new Editor({
      element: part('page'),
      injectCSS: false,
      // An empty text as a string would be read as markup, which the policy of our pages lets only our own server's pages be.
      content: { type: 'doc', content: [] },
      enableCoreExtensions: { keymap: false, drop: false, paste: false, textDirection: false },
      extensions: [...schemaParts, bound({ doc, awareness, onCut: (n) => say(fill(words['pasted-cut'], { n })) })],
      editorProps: {
        attributes: {
          class: 'fm-ltext',
          'aria-label': words.label,
          'aria-multiline': 'true',
          'aria-describedby': 'live-keys',
          spellcheck: 'true',
        },
      },
    })
    // Words in the margin and in empty places are drawn by the style sheet.
    for (const word of ['recommendation', 'passage', 'heading', 'clause'] as const)
      made.view.dom.style.setProperty(`--word-${word}`, JSON.stringify(words[word]))
    doc.once('update', showWritten)
    showPeople({ awareness, line: part('people'), spoken, words })
    openBar(part('bar'), made)
    return made
  }
  const end = (state: WireState): void => {
    editor?.setEditable(false)
    part('bar').hidden = true
    part('progress').hidden = true
    // Somebody who came only to find that she may not write sees the page as it was.
    if (!editor && state.unkept === 0) part('plain').hidden = false
  }
  const say = (sentence: string): void => {
    spoken.textContent = sentence
    const note = part('note')
    note.textContent = sentence
    note.hidden = false
  }

  part('progress').hidden = false
  part('status').hidden = false
  openCopy(part('refused'), words)
  leaveNothingBehind(wire, { place, say: () => say(words['keeping-first']) })
  addEventListener('online', () => wire.tryNow())
  addEventListener('offline', () => wire.cut())
  show(wire.state())
}

/** What the page says of a text in which nothing was written since it was saved; from now on something was. */
function showWritten(): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-live-when-written]')) part.hidden = false
  for (const part of document.querySelectorAll<HTMLElement>('[data-live-until-written]')) part.hidden = true
}

function socketAddress(path: string): URL {
  const address = new URL(path, location.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  return address
}

const acts: Readonly<Record<string, Command>> = {
  'new-recommendation': moves.addSection('recommendation'),
  'new-passage': moves.addSection('passage'),
  'section-up': moves.move('section', -1),
  'section-down': moves.move('section', 1),
  'clause-up': moves.move('clause', -1),
  'clause-down': moves.move('clause', 1),
  'section-out': moves.removeSection,
  undo: (state) => undo(state),
  redo: (state) => redo(state),
}

function openBar(bar: HTMLElement, editor: Editor): void {
  bar.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-act]') : null
    const act = acts[button?.dataset['act'] ?? '']
    if (!act) return
    act(editor.state, editor.view.dispatch, editor.view)
    editor.view.focus()
  })
}

/** Asks before a page with words that are not kept is left; and a form of the page waits until they are. */
function leaveNothingBehind(
  wire: Wire,
  { place, say }: { readonly place: HTMLElement; readonly say: () => void },
): void {
  const isUnkept = (): boolean => wire.state().unkept > 0 && wire.state().connection !== 'refused'
  let isSending = false
  addEventListener('beforeunload', (event) => {
    if (isUnkept() && !isSending) event.preventDefault()
  })
  document.addEventListener('submit', (event) => {
    const { target, submitter } = event
    if (!isUnkept() || isSending || !(target instanceof HTMLFormElement)) return
    event.preventDefault()
    say()
    const waiting = setInterval(() => {
      if (isUnkept() || !place.isConnected) return
      clearInterval(waiting)
      isSending = true
      target.requestSubmit(submitter)
    }, 50)
  })
}

function openCopy(refused: HTMLElement, words: LiveWords): void {
  const button = refused.querySelector('button')
  button?.addEventListener('click', () => {
    const area = refused.querySelector('textarea')
    area?.select()
    void navigator.clipboard.writeText(area?.value ?? '').then(() => {
      button.textContent = words.copied
    })
  })
}

function plainText(doc: Y.Doc): string {
  return contentOf(doc)
    .sections.map(({ heading, clauses }) => [heading, ...clauses.map(({ text }) => text)].join('\n'))
    .join('\n\n')
}
