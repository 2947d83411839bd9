import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

// All colours are variables of the page, so switching between light and dark needs no work here.

const highlight = HighlightStyle.define([
  { tag: [tags.keyword, tags.controlKeyword, tags.operatorKeyword], color: 'var(--pg-keyword)' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--pg-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--pg-number)' },
  { tag: tags.comment, color: 'var(--pg-comment)', fontStyle: 'italic' },
  { tag: tags.function(tags.variableName), color: 'var(--pg-function)' },
  { tag: tags.function(tags.propertyName), color: 'var(--pg-function)' },
  { tag: tags.definition(tags.propertyName), color: 'var(--pg-property)' },
  { tag: tags.propertyName, color: 'var(--pg-property)' },
]);

const look = EditorView.theme({
  '&': { backgroundColor: 'transparent', color: 'var(--vp-c-text-1)', fontSize: '13.5px' },
  '&.cm-focused': { outline: '2px solid var(--vp-c-brand-1)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--vp-font-family-mono)', lineHeight: '1.65' },
  '.cm-content': { padding: '12px 0', caretColor: 'var(--vp-c-text-1)' },
  '.cm-cursor': { borderLeftColor: 'var(--vp-c-text-1)' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--pg-faint)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--pg-active-line)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--pg-selection) !important',
  },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--pg-selection)', outline: 'none' },
  '.cm-tooltip': {
    backgroundColor: 'var(--vp-c-bg-elv)',
    border: '1px solid var(--vp-c-divider)',
    borderRadius: '8px',
    boxShadow: 'var(--vp-shadow-3)',
    overflow: 'hidden',
  },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--vp-font-family-mono)' },
  '.cm-tooltip-autocomplete > ul > li': { padding: '3px 10px' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--vp-c-brand-soft)',
    color: 'var(--vp-c-text-1)',
  },
  '.cm-hint': { maxWidth: '34rem', padding: '8px 12px', fontSize: '13px' },
  '.cm-hint code': { whiteSpace: 'pre-wrap', color: 'var(--vp-c-brand-1)' },
  '.cm-hint p': { margin: '6px 0 0', whiteSpace: 'pre-wrap', lineHeight: '1.5' },
  // No margins: the editor ignores them, so its line numbers would be misplaced.
  '.cm-line-mark': { padding: '2px 12px 4px 8px' },
  '.cm-line-mark > div': {
    padding: '4px 10px',
    borderRadius: '6px',
    borderLeft: '3px solid',
    fontFamily: 'var(--vp-font-family-base)',
    fontSize: '13px',
    lineHeight: '1.5',
    whiteSpace: 'normal',
  },
  '.cm-line-mark code': { fontSize: '12px', fontWeight: '600' },
  '.cm-line-mark-warning > div': {
    backgroundColor: 'var(--vp-c-yellow-soft)',
    borderColor: 'var(--vp-c-yellow-1)',
  },
  '.cm-line-mark-error > div': {
    backgroundColor: 'var(--vp-c-red-soft)',
    borderColor: 'var(--vp-c-red-1)',
  },
  '.cm-underline': { textDecoration: 'underline wavy', textUnderlineOffset: '3px' },
  '.cm-underline-warning': { textDecorationColor: 'var(--vp-c-yellow-1)' },
  '.cm-underline-error': { textDecorationColor: 'var(--vp-c-red-1)' },
});

/** The look of the editor, light and dark. */
export const theme: Extension = [look, syntaxHighlighting(highlight)];
