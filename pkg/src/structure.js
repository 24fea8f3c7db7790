/** The style sheet of texts of many kinds of nodes, those of TEI above all: it comes when a page has one. */
import structureStyle from 'style:structure';

export const style = structureStyle;
