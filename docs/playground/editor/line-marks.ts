import {
  StateEffect,
  StateField,
  type EditorState,
  type Extension,
  type Range,
} from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';
import type { Mark } from '../view/to-marks.ts';

const setMarks = StateEffect.define<readonly Mark[]>();

/** Shows marks below their lines until they are replaced. They move with the lines. */
export const lineMarks: Extension = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, { changes, effects, state }) {
    const given = effects.find((effect) => effect.is(setMarks));
    return given ? toDecorations(given.value, state) : decorations.map(changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Replaces the marks of an editor. */
export const showMarks = (view: EditorView, marks: readonly Mark[]): void =>
  view.dispatch({ effects: setMarks.of(marks) });

function toDecorations(marks: readonly Mark[], { doc }: EditorState): DecorationSet {
  const ranges = marks.flatMap((mark): readonly Range<Decoration>[] => {
    const line = doc.line(Math.min(Math.max(mark.line, 1), doc.lines));
    const message = Decoration.widget({ widget: new MarkWidget(mark), block: true, side: 1 });
    const [from, to] = (mark.range ?? [0, 0]).map((offset) => Math.min(offset, doc.length));
    const underline = Decoration.mark({ class: `cm-underline cm-underline-${mark.tone}` });
    return [
      message.range(line.to),
      ...(from !== undefined && to !== undefined && from < to ? [underline.range(from, to)] : []),
    ];
  });
  return Decoration.set(ranges, true);
}

class MarkWidget extends WidgetType {
  readonly #mark: Mark;

  constructor(mark: Mark) {
    super();
    this.#mark = mark;
  }

  override eq(other: MarkWidget): boolean {
    return JSON.stringify(this.#mark) === JSON.stringify(other.#mark);
  }

  override toDOM(): HTMLElement {
    const { tone, rule, text } = this.#mark;
    const element = document.createElement('div');
    element.className = `cm-line-mark cm-line-mark-${tone}`;
    const code = document.createElement('code');
    code.textContent = rule;
    const box = document.createElement('div');
    box.append(code, ` ${text}`);
    element.append(box);
    return element;
  }
}
