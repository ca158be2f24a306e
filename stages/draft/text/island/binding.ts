import { Extension } from '@tiptap/core'
import { chainCommands, deleteSelection, selectAll } from '@tiptap/pm/commands'
import { Plugin, type Command, type Transaction } from '@tiptap/pm/state'
import { redo, undo, yCursorPlugin, yCursorPluginKey, ySyncPlugin, yUndoPlugin } from 'y-prosemirror'
import type { EditorView } from '@tiptap/pm/view'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { rootOf } from '../document.ts'
import * as moves from './moves.ts'
import { pastedOf } from './paste.ts'
import type { Somebody } from './people.ts'

export type Binding = {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  /** So many letters of what was pasted were left out. */
  readonly onCut: (letters: number) => void
}

/** The editor's words are the document's words; the others' cursors are seen in it; undo takes back one's own. */
export function bound({ doc, awareness, onCut }: Binding): Extension {
  return Extension.create({
    name: 'bound',
    addProseMirrorPlugins: () => [
      ySyncPlugin(rootOf(doc)),
      yUndoPlugin(),
      yCursorPlugin(awareness, { cursorBuilder: caretOf, selectionBuilder: () => ({ class: 'fm-lselected' }) }),
      plainPaste(onCut),
      ownLetters,
    ],
    // Drawing the others' cursors sets one's own to where the editor knows it: a click not read yet would be taken back.
    dispatchTransaction({ transaction, next }) {
      const { view } = this.editor
      if (!isOthersCursors(transaction)) return next(transaction)
      // While a letter of several strokes is composed they stay: the next word of anybody moves them.
      if (isAtRest(view)) next(view.state.tr.setMeta(yCursorPluginKey, { awarenessUpdated: true }))
    },
    addKeyboardShortcuts() {
      const run = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch, this.editor.view)
      return {
        Enter: run(moves.splitClause),
        'Shift-Enter': run(moves.splitClause),
        'Mod-Enter': run(moves.splitClause),
        Backspace: run(chainCommands(deleteSelection, moves.joinBackward)),
        'Mod-Backspace': run(chainCommands(deleteSelection, moves.joinBackward)),
        Delete: run(chainCommands(deleteSelection, moves.joinForward)),
        'Mod-a': run(selectAll),
        'Mod-z': () => undo(this.editor.state),
        'Mod-y': () => redo(this.editor.state),
        'Mod-Shift-z': () => redo(this.editor.state),
        'Mod-Alt-ArrowDown': run(moves.toSection(1)),
        'Mod-Alt-ArrowUp': run(moves.toSection(-1)),
        'Alt-ArrowDown': run(moves.move('clause', 1)),
        'Alt-ArrowUp': run(moves.move('clause', -1)),
        // The way out for whoever writes with keys; Tab leaves as everywhere.
        Escape: () => {
          this.editor.commands.blur()
          document.querySelector<HTMLElement>('[data-live-bar] button')?.focus()
          return true
        },
      }
    },
  })
}

/**
 * A letter goes into the document first and then onto the page. The other way round, as browsers do it, what others write in
 * between would put the cursor before it, and the next letter with it. Letters of several strokes stay the browser's.
 */
const ownLetters = new Plugin({
  props: {
    handleDOMEvents: {
      beforeinput: (view, event) => {
        if (event.inputType !== 'insertText' || event.data === null || event.isComposing || view.composing) return false
        settle(view)
        if (!view.state.selection.$from.parent.isTextblock) return false
        event.preventDefault()
        view.dispatch(view.state.tr.insertText(event.data).scrollIntoView())
        return true
      },
    },
  },
})

function isOthersCursors(transaction: Transaction): boolean {
  const said = transaction.getMeta(yCursorPluginKey) as { readonly awarenessUpdated?: boolean } | undefined
  return said?.awarenessUpdated === true
}

/** Whether what others wrote may be put in now; what she did until now is taken in first. */
export function isAtRest(view: EditorView): boolean {
  if (view.composing) return false
  settle(view)
  return true
}

/** Reads what the browser has done to the page and not told yet: a letter, or a cursor set by a click. */
function settle(view: EditorView): void {
  // ProseMirror does the same before it handles a key, and has no public name for it.
  const { domObserver } = view as unknown as {
    readonly domObserver: { readonly forceFlush: () => void; readonly flush: () => void }
  }
  domObserver.forceFlush()
  domObserver.flush()
}

/** What is pasted or dropped comes as plain words. */
function plainPaste(onCut: Binding['onCut']): Plugin {
  return new Plugin({
    props: {
      handlePaste: (view, event) => {
        const { paragraphs, cut } = pastedOf(event.clipboardData?.getData('text/plain') ?? '')
        if (paragraphs.length > 0) view.dispatch(moves.pasteParagraphs(view.state.tr, paragraphs))
        if (cut > 0) onCut(cut)
        return true
      },
      handleDrop: () => true,
    },
  })
}

/** A cursor of somebody else, with her name. Colours are classes: this page takes no styles written into it. */
function caretOf(somebody: Somebody, client: number): HTMLElement {
  const caret = document.createElement('span')
  caret.className = `fm-caret is-${client % 6}${somebody.as === 'staff' ? ' is-staff' : ''}`
  const name = document.createElement('span')
  name.className = 'fm-caret__name'
  name.textContent = somebody.name
  caret.setAttribute('aria-hidden', 'true')
  caret.append('\u2060', name, '\u2060')
  return caret
}
