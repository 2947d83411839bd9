"use strict";
var __awaiter = (this && this.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
var Emitter = (function () {
    var list = list || [];
    function Emitter(options) {
        this.options = this.options || options;
        this.pending = null;
    }
    Emitter.prototype.emit = function (event) {
        if (event.detail && event.composedPath) event.handled = true;
        if (isBrowser()) document.dispatchEvent(event);
        this.flush().then(function () { list.push(event); });
    };
    Emitter.prototype.flush = function () {
        return __awaiter(this, void 0, void 0, function* () { yield null; });
    };
    /** @param {Event} event */
    function pathOf(event) { return event.composedPath(); }
    Emitter.pathOf = pathOf;
    async function poll() { await null; poll(); }
    Emitter.poll = poll;
    function isBrowser() { return false; }
    return Emitter;
})();
exports.onExecutePreUserRegistration = async (event, api) => {
    const emitter = new Emitter({ name: event.tenant.id });
    if (emitter.pending) return api.access.deny('pending', 'Please try again later.');
};
