import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { json } from '@codemirror/lang-json';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { lineMarks } from './line-marks.ts';
import { theme } from './theme.ts';
import { typeHelp, type FindTypeService, type Language } from './type-help.ts';

/** Options of `createEditor`. */
export interface EditorOptions {
  readonly parent: Element;
  readonly text: string;
  readonly language: Language;
  /** Its accessible name. */
  readonly label: string;
  readonly describedBy: string;
  readonly onText: (text: string) => void;
  readonly onRun: () => void;
  readonly findTypeService: FindTypeService;
}

/** Creates a code editor. Tab indents; Escape, then Tab, leaves it. */
export function createEditor(options: EditorOptions): EditorView {
  const { parent, text, language, label, describedBy, onText, onRun, findTypeService } = options;
  const run = (): boolean => {
    onRun();
    return true;
  };
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        EditorView.lineWrapping,
        language === 'json' ? json() : javascript({ typescript: language === 'typescript' }),
        typeHelp(language, findTypeService),
        // Before the other keymaps, which insert a line.
        keymap.of([{ key: 'Mod-Enter', run }]),
        keymap.of([
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...defaultKeymap,
          ...historyKeymap,
          indentWithTab,
        ]),
        lineMarks,
        theme,
        EditorView.contentAttributes.of({ 'aria-label': label, 'aria-describedby': describedBy }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) onText(state.doc.toString());
        }),
      ],
    }),
  });
}
