// Packages without types of their own; what is used of them has its types in parts/drawing.ts.
declare module 'camunda-bpmn-js-behaviors/lib/camunda-platform';
declare module 'bpmn-moddle';
