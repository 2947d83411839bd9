// The compiler, in a worker of its own: it is large, and must not keep the page from answering.
import { expose } from 'comlink';
import declarations from 'virtual:declarations';
import { createTypeService } from './type-service.ts';

expose(createTypeService(declarations));
